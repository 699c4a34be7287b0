import { join } from 'node:path';
import { brandAs } from '#domain/ids.ts';
import { makeEnrolmentCode } from '#hq/enrol.ts';
import { type Desk, type Person, card, cash, refusedTo, sell } from './desk.ts';
import { close } from './evening.ts';
import type { Travellers } from './rights.ts';
import { type Summary, summaryOf } from './summary.ts';
import { callsOf, openTillIn } from './world.ts';

const simOfSaintDenis = '89331000042001000004';
const topUp10 = '2000000000039';
const floatCents = 10_000;

export interface SecondPoint {
  readonly desk: Desk;
  readonly summary: Summary;
}

/**
 * The next day at another point: what their cards open there is what they have here, and what they take there counts
 * here. Without their card, nobody there reads anything of them.
 */
export async function secondPoint(
  desk: Desk,
  { travellers, served }: { readonly travellers: Travellers; readonly served: Person },
): Promise<SecondPoint> {
  const { world, tell } = desk;
  const folder = join(world.folder, 'second-point');
  const code = await makeEnrolmentCode(world.hq, brandAs('STD'), brandAs('STD-1'));
  if (!code.ok) throw new Error(`no enrolment code: ${code.refusal.kind}`);
  const application = await openTillIn(folder, world.hq.now);
  const there: Desk = {
    tell,
    world: { ...world, ...callsOf(application), application },
    tally: {
      sales: 0,
      returns: 0,
      totalCents: 0,
      savingCents: 0,
      byTender: { cash: 0, bankCard: 0, structureCredit: 0 },
      refusals: [],
    },
  };
  const { done } = there.world;
  await done('enrol', { code: code.value.code, url: world.headquarters.url });
  await done('createFirstOperator', { name: 'Lucie', password: 'Ouverture-2026' });
  const count = { 2000: 2, 1000: 4, 500: 4 };
  await done('openSession', { businessDay: world.today, count, dayConfirmed: false });
  tell('À Saint-Denis, Lucie ouvre la caisse d’un autre point.');
  await refusedTo(there, travellers.limited, topUp10, 'family-not-referred');
  await sell(there, { who: travellers.limited, things: [simOfSaintDenis], pays: card });
  await sell(there, { who: travellers.renewed, things: [topUp10], pays: cash(500) });
  await sell(there, { who: travellers.atLast, things: [topUp10], pays: cash(500) });
  await refusedTo(there, served, '89331000042001000376', 'quota-exceeded');
  const closed = await close(there, floatCents);
  await done('sendNow', {});
  const summary = await summaryOf(there, closed, 'STD');
  await application.close();
  // What was taken there is known here from now on.
  await world.done('sendNow', {});
  return { desk: there, summary };
}
