import { join } from 'node:path';
import { countOf, float50, noReasons } from '#test/support/desk.ts';
import { percentile, timedMs } from './measure.ts';
import { type BenchPoint, benchPoint, sellOne } from './point.ts';
import type { Bench } from './runner.ts';

const volumes = { full: { days: 3, sales: 500 }, quick: { days: 1, sales: 20 } } as const;

/** Closes a day of many sales: count compared, Z, day, batch sealed. One day may meet a bad moment, so there are some. */
export async function benchClosing(bench: Bench): Promise<void> {
  const { days, sales } = volumes[bench.volume];
  const times = { check: [] as number[], close: [] as number[] };
  for (let day = 0; day < days; day += 1) {
    const point = await benchPoint(bench, join(bench.folder, `day-${day}`));
    const { checkMs, closeMs } = await closeTimed(point, sales);
    times.check.push(checkMs);
    times.close.push(closeMs);
    await point.close();
  }
  bench.measured({
    what: `close a day of ${sales} sales and seal its batch, median of ${days}`,
    value: percentile(times.close, 0.5) / 1000,
    unit: 's',
    bar: { most: 2 },
    detail: { checkMs: percentile(times.check, 0.5), mostMs: Math.max(...times.close) },
  });
}

async function closeTimed(
  point: BenchPoint,
  sales: number,
): Promise<{ readonly checkMs: number; readonly closeMs: number }> {
  let drawerCents = 5_000;
  for (let sold = 0; sold < sales; sold += 1) drawerCents += (await sellOne(point)).totalCents;
  const counted = { cash: countOf(drawerCents), cardCents: null, creditCount: null };
  const checkMs = await timedMs(() => point.done('checkCount', counted));
  const rest = {
    reasons: noReasons,
    floatLeft: float50,
    envelope: null,
    held: 'keep',
    approval: null,
  } as const;
  const closeMs = await timedMs(() => point.done('closeSession', { ...counted, ...rest }));
  return { checkMs, closeMs };
}
