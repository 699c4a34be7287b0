import { expect, test } from 'vitest';
import { proxyTo } from './proxy.ts';
import { twoPoints } from './two-points.ts';
import type { TillPage } from '#test/support/two-tills.ts';
import { diceOf } from '#test/support/year.ts';
import { type World, knownOf, live } from './history.ts';

// What is told of somebody by their card is the same at every desk of every point, and what a child would have written
// down: whatever was done, wherever, and in whatever order the days arrived. `npm run faults -- 1000` lives a thousand
// histories; COMPTOIR_SEED lives one again.

const histories = Number(process.env['COMPTOIR_FAULTS'] ?? 5);
const only = process.env['COMPTOIR_SEED'];
const seeds =
  only === undefined ? Array.from({ length: histories }, (_, index) => index + 1) : [Number(only)];

async function newWorld(): Promise<World> {
  const cut = new Set<TillPage>();
  let pages: Readonly<Record<string, TillPage>> = {};
  const points = await twoPoints((url) =>
    proxyTo(url, {
      cuts: (method, path) => {
        const [, site, till] = /^\/v1\/batches\/([A-Z0-9]+)\/(\d+)\//.exec(path) ?? [];
        const page = pages[`${site}-${till}`];
        return method === 'PUT' && page !== undefined && cut.has(page);
      },
    }),
  );
  const { first, beside, other } = points;
  pages = { 'PAR13-1': first, 'PAR13-2': beside, 'STD-1': other };
  for (const page of [first, beside, other]) await points.open(page);
  return { points, cut, cards: 0 };
}

test(
  `every desk knows the same of everybody, in ${seeds.length} histories`,
  async () => {
    // A world lives many histories: its people are each one's own. A new one now and then, or its days get heavy.
    const historiesAWorld = 40;
    let world: World | null = null;
    let days = 0;
    const begun = performance.now();
    for (const [index, seed] of seeds.entries()) {
      if (!world || index % historiesAWorld === 0) world = await newWorld();
      const history = await live(world, diceOf(seed));
      days += history.nights;
      for (const who of history.people) {
        const { desks, model } = await knownOf(history, who);
        const story = [`seed ${seed}`, ...history.told, `asked of ${who.name}`].join('\n');
        expect(desks, story).toEqual([model, model, model]);
      }
    }
    const minutes = (performance.now() - begun) / 60_000;
    console.info(
      `${days} nights of two points in ${minutes.toFixed(1)} min: ${Math.round((2 * days) / minutes)} point-days a minute`,
    );
  },
  histories * 20_000 + 120_000,
);
