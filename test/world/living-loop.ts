// Two tills of a point that live days as fast as it can until it is killed: sales, returns, closings, archives, backups. Each line
// it writes is something it has answered.
import { existsSync, readFileSync, renameSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { brandAs } from '#domain/ids.ts';
import { cents } from '#domain/money.ts';
import { type Instant, instantFromMs } from '#domain/time.ts';
import { openApplication } from '#main/application.ts';
import { applicationOptions } from '#test/support/application.ts';
import { pageOf, plantTwoTills } from '#test/support/two-tills.ts';

const [folder = ''] = process.argv.slice(2);
const say = (...words: readonly (string | number)[]): void => void writeSync(1, `${words.join(' ')}\n`);

// The days of this till pass faster than those of the machine; where they have come to outlives a kill.
const clockFile = join(folder, 'clock');
let nowMs = existsSync(clockFile)
  ? Number(readFileSync(clockFile, 'utf8'))
  : Date.parse('2026-11-22T08:00:00Z');
function tomorrow(): void {
  nowMs = nowMs - (nowMs % 86_400_000) + 86_400_000 + 8 * 3_600_000;
  writeFileSync(`${clockFile}.new`, String(nowMs));
  renameSync(`${clockFile}.new`, clockFile);
}

const now = (): Instant => instantFromMs((nowMs += 1_000));
if (!existsSync(join(folder, 'point.db'))) await plantTwoTills(folder, now);
const opened = await openApplication(
  applicationOptions(folder, {
    demo: true,
    now,
    report: (incident, error) => {
      console.error(incident, error);
    },
  }),
);
if (!opened.ok) throw new Error(opened.refusal.kind);
const tills = opened.value.tills();
const pages = tills.map((till) => ({ till, ...pageOf(opened.value, till) }));
type Page = (typeof pages)[number];

const approval = { approver: brandAs<never>('E03'), password: 'Cle-du-13e' };
const random = (sides: number): number => Math.floor(Math.random() * sides);

async function sell({ done }: Page): Promise<void> {
  const basket = await done('addProduct', { sku: brandAs('CHARGEUR') });
  const tenders = [{ kind: 'cash' as const, cents: cents(basket.totalCents) }];
  const sold = await done('finishSale', {
    saleId: basket.saleId,
    tenders,
    expectedTotalCents: cents(basket.totalCents),
  });
  say('sold', sold.saleId, sold.number, sold.totalCents);
  if (random(4) > 0) return;
  const { lines } = await done('ticket', { saleId: sold.saleId });
  const [line] = lines;
  if (!line) return;
  const returnId = brandAs<never>(crypto.randomUUID());
  const back = await done('returnLines', {
    saleId: sold.saleId,
    returnId,
    lines: [{ lineId: line.lineId, quantity: 1, condition: 'faulty', as: 'refund', newUnit: null }],
    override: { approval, reason: 'essai' },
  });
  say('sold', returnId, back.number, -1);
}

async function close({ till, done }: Page): Promise<void> {
  const none = { cash: 'unknown', bankCard: 'unknown', structureCredit: 'unknown' } as const;
  say('closing');
  const closed = await done('closeSession', {
    cash: { 1000: 5 },
    cardCents: null,
    creditCount: null,
    reasons: none,
    floatLeft: { 1000: 5 },
    envelope: null,
    held: 'abandon',
    approval,
  });
  say('closed', till, closed.number);
}

/** Long work that nobody waits for: the next kill may fall in the middle of it. */
function longWork({ call }: Page): void {
  const what = random(6);
  if (what === 0) void call('makeArchive', { period: 'all', folder: null }).catch(() => undefined);
  if (what === 1) void call('makeBackup', {}).catch(() => undefined);
}

for (const { done } of pages) await done('signIn', { operator: brandAs('E03'), password: 'Cle-du-13e' });
say('ready');
for (;;) {
  for (const page of pages) {
    const { session } = await page.done('deskState', {});
    if (session?.stale) await close(page);
    if (session && !session.stale) continue;
    const { businessDay } = await page.done('openingProposal', {});
    await page.done('openSession', { businessDay, count: { 1000: 5 }, dayConfirmed: true });
  }
  const sales = 2 + random(6);
  for (let sale = 0; sale < sales; sale += 1) {
    const page = pages[random(pages.length)] as Page;
    longWork(page);
    await sell(page);
  }
  for (const page of pages) await close(page);
  tomorrow();
  say('day', nowMs);
}
