import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cents, euros } from '#domain/money.ts';
import { afternoon, morning, newcomers } from './demo/day.ts';
import type { Desk, Tally } from './demo/desk.ts';
import { close, mistakes } from './demo/evening.ts';
import { rights } from './demo/rights.ts';
import { secondPoint } from './demo/second-point.ts';
import { monthEnd } from './demo/month-end.ts';
import { disagreements, monthDisagreements, notShown, summaryOf, writeTickets } from './demo/summary.ts';
import { choosePrinter, openWorld } from './demo/world.ts';
import { outFolder } from './paths.ts';

// Lives two days and a month's end at a point without hands: the same calls as the screens, a printer and a headquarters on the loopback.
const floatCents = 10_000;
const folder = join(outFolder, 'demo');
const world = await openWorld(folder);
const tally: Tally = {
  sales: 0,
  returns: 0,
  totalCents: 0,
  savingCents: 0,
  byTender: { cash: 0, bankCard: 0, structureCredit: 0 },
  refusals: [],
};
const tell = (sentence: string): void => console.log(`[${String(tally.sales).padStart(2)}/27] ${sentence}`);
const desk: Desk = { world, tally, tell };

const enrolled = await world.done('enrol', { code: world.enrolmentCode, url: world.headquarters.url });
tell(`La caisse est inscrite au point ${enrolled.siteName}.`);
await world.done('createFirstOperator', { name: 'Nadia', password: 'Ouverture-2026' });
const awa = await world.done('createOperator', {
  name: 'Awa',
  role: 'seller',
  password: 'Bienvenue-26',
  activeUntil: null,
});
await world.done('takeOver', { operator: awa.code, password: 'Bienvenue-26' });
await world.done('changePassword', { current: 'Bienvenue-26', next: 'Caisse-13-Awa' });
await choosePrinter(world);
await world.done('openSession', {
  businessDay: world.today,
  count: { 2000: 2, 1000: 4, 500: 4 },
  dayConfirmed: false,
});
tell(`Awa ouvre la caisse avec ${euros(cents(floatCents))} de fond.`);

const people = await morning(desk);
const fresh = await newcomers(desk);
const travellers = await rights(desk);
const sales = await afternoon(desk, people, fresh);
const [first] = (await world.done('tickets', { text: '000001', personId: null })).filter((one) =>
  one.number.endsWith('000001'),
);
await mistakes(desk, { ...sales, simSale: first?.saleId ?? '' });
const closed = await close(desk, floatCents);
await world.done('sendNow', {});
const dayOne = await summaryOf(desk, closed);
const wrongOnDayOne = [
  ...disagreements(desk, dayOne, { persons: 17, entitlements: 16 }),
  ...notShown(desk, dayOne),
];
const [served] = people;
if (!served) throw new Error('nobody was served');
const second = await secondPoint(desk, { travellers, served });
const wrongAtSecond = disagreements(second.desk, second.summary, { persons: 0, entitlements: 0 });
const { recoveryKey } = enrolled;
const ended = await monthEnd(desk, { people, recoveryKey, floatCents, limited: travellers.limited });
const summary = { ...dayOne, secondPoint: second.summary, monthEnd: ended };
await printed();
const tickets = writeTickets(desk);
writeFileSync(join(folder, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`);
await world.close();

const wrong = [...wrongOnDayOne, ...wrongAtSecond, ...monthDisagreements(dayOne, ended)];
for (const one of wrong) console.error(`Ne concorde pas — ${one}`);
if (wrong.length === 0)
  console.log(
    `Journée reçue par le siège : ${summary.sales} ventes, ${euros(summary.totalCents)}, ${euros(summary.savingCents)} d’économie ; ${tickets} impressions. Tout concorde (${folder}).`,
  );
process.exit(wrong.length === 0 ? 0 : 1);

/** Waits until the printing queue is empty: paper is slower than the script. */
async function printed(): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    const { printer } = await world.done('deskState', {});
    if (printer.waitingJobs === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the printing queue does not empty');
}
