import fc from 'fast-check';
import { brandAs } from '#domain/ids.ts';
import { diceOf } from '#test/support/year.ts';
import { bringBack, buy, putPriceRight, putRight, refer, replaceCard, takeBack } from './acts.ts';
import { fullDisk, night, quietNights, restart } from './mishaps.ts';
import { type History, type Someone, register, tillsOf } from './people.ts';
import { standsAs } from './rights-model.ts';

const acts = {
  buy,
  refer,
  takeBack,
  bringBack,
  putRight,
  putPriceRight,
  replaceCard,
  night,
  restart,
  fullDisk,
};

/** An act and the seed of its own dice: leaving another out changes nothing of what it does. */
interface Step {
  readonly act: keyof typeof acts;
  readonly seed: number;
}

export interface Plan {
  /** The seed of each person. */
  readonly people: readonly number[];
  readonly steps: readonly Step[];
}

const seed = fc.nat({ max: 1_000_000 });
const step: fc.Arbitrary<Step> = fc.record({
  act: fc.oneof(
    { weight: 5, arbitrary: fc.constant('buy' as const) },
    { weight: 3, arbitrary: fc.constant('refer' as const) },
    { weight: 2, arbitrary: fc.constantFrom('putRight' as const, 'night' as const) },
    { weight: 3, arbitrary: fc.constantFrom(...(Object.keys(acts) as (keyof typeof acts)[])) },
  ),
  seed,
});

/** Plans of a few people, of which fast-check leaves out what a failure does not need. */
export const plans: fc.Arbitrary<Plan> = fc.noBias(
  fc.record({
    people: fc.array(seed, { minLength: 1, maxLength: 3, size: 'max' }),
    steps: fc.array(step, { minLength: 1, maxLength: 24, size: 'max' }),
  }),
);

/** Lives a plan, and the two nights after which every point has heard of all of it. */
export async function live(history: History, plan: Plan): Promise<void> {
  for (const one of plan.people) {
    history.dice = diceOf(one);
    await register(history);
  }
  for (const { act, seed: own } of plan.steps) {
    history.dice = diceOf(own);
    await acts[act](history);
  }
  await quietNights(history, 2);
}

/** What each desk is told of somebody by their card, and by the cards they had; and what the model says. */
export async function knownOf(
  { world }: History,
  who: Someone,
): Promise<{ readonly desks: readonly unknown[]; readonly model: unknown }> {
  const desks = [];
  for (const page of tillsOf(world)) {
    await page.done('scan', { readings: [who.card] });
    const { left } = await page.done('basket', {});
    const { person, lines, saleId } = await page.done('addProduct', { sku: brandAs('RECH-5') });
    await page.call('abandonBasket', { saleId, reason: 'other' });
    const standing = person?.standing.kind;
    const fine = new Set(['walk-in', 'quota-exceeded']);
    const topUps = lines.every((line) => line.reasons.every((one) => fine.has(one.code)));
    const leftOf = (family: string): number => left.find((one) => one.family === family)?.before ?? 0;
    const leaves = { sim: leftOf('sim'), topup: leftOf('topup'), data: leftOf('data') };
    const opensAgain = [];
    for (const card of who.oldCards) {
      const old = await page.call('scan', { readings: [card] });
      if (old.ok) opensAgain.push(card);
    }
    desks.push({ standing, topUps, left: standing === 'entitled' ? leaves : {}, opensAgain });
  }
  return { desks, model: { ...standsAs(who.model, world.points.today()), opensAgain: [] } };
}

/** Which of the papers each desk takes for used, and which the model says are. */
export async function papersUsed({ world, codes, people }: History) {
  const desks = [];
  for (const page of tillsOf(world)) {
    const used = [];
    for (const { code } of codes) {
      const claim = { proof: 'signed-code', code } as const;
      const { reasons } = await page.done('verifyReferral', { claim, personId: null });
      used.push(reasons.some((one) => one.code === 'referral-used'));
    }
    desks.push(used);
  }
  const holding = people.flatMap((one) => one.model.windows.filter((window) => !window.takenBack));
  return { desks, model: codes.map(({ code }) => holding.some((one) => one.code === code)) };
}
