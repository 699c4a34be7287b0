import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Day, day } from '#domain/time.ts';
import { mayMount, smallDisk } from '#test/support/small-disk.ts';
import type { TillPage } from '#test/support/two-tills.ts';
import { type Plan, knownOf, live, papersUsed, plans } from './history.ts';
import { type World, newHistory } from './people.ts';
import { proxyTo } from './proxy.ts';
import { seedsOf } from './seeds.ts';
import { twoPoints } from './two-points.ts';

// What is told of somebody by their card is the same at every desk of every point, and what a child would have written
// down: whatever was done, wherever, and in whatever order the days arrived. `npm run faults -- 1000` lives a thousand
// histories; COMPTOIR_SEED=seed,day lives one again, in a world of its own.

const seeds = seedsOf(5);
const [, from = '2026-11-23'] = process.env['COMPTOIR_SEED']?.split(',') ?? [];

async function newWorld(firstDay: Day): Promise<World> {
  const lines: World['lines'] = new Map();
  let pages: Readonly<Record<string, TillPage>> = {};
  const disk = mayMount ? smallDisk('512m') : null;
  const points = await twoPoints({
    from: firstDay,
    otherClock: '12:40',
    ...(disk ? { otherFolder: disk.folder } : {}),
    through: (url) =>
      proxyTo(url, {
        loses: (method, path) => {
          const [, site, till] = /^\/v1\/batches\/([A-Z0-9]+)\/(\d+)\//.exec(path) ?? [];
          const page = pages[`${site}-${till}`];
          return method === 'PUT' && page ? (lines.get(page) ?? null) : null;
        },
      }),
  });
  const { first, beside, other } = points;
  pages = { 'PAR13-1': first, 'PAR13-2': beside, 'STD-1': other };
  for (const page of [first, beside, other]) await points.open(page);
  return { points, lines, disk, given: 0 };
}

async function agrees(world: World, plan: Plan): Promise<number> {
  const history = newHistory(world);
  try {
    await live(history, plan);
    for (const who of history.people) {
      const { desks, model } = await knownOf(history, who);
      expect(desks, `asked of ${who.name}`).toEqual([model, model, model]);
    }
    const { desks, model } = await papersUsed(history);
    expect(desks, 'asked of the papers').toEqual([model, model, model]);
  } catch (error) {
    throw new Error(history.told.join('\n'), { cause: error });
  }
  return history.nights;
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
      if (!world || index % historiesAWorld === 0) world = await newWorld(day(from));
      const lived = world;
      const property = fc.asyncProperty(plans, async (plan) => {
        days += await agrees(lived, plan);
      });
      await fc.assert(property, { seed, numRuns: 1, interruptAfterTimeLimit: 120_000 });
    }
    const minutes = (performance.now() - begun) / 60_000;
    console.info(
      `${days} nights of two points in ${minutes.toFixed(1)} min: ${Math.round((2 * days) / minutes)} point-days a minute`,
    );
  },
  seeds.length * 20_000 + 240_000,
);
