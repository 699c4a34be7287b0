import { join } from 'node:path';
import { storeOn } from '#db/store.ts';
import { type Measured, percentile, timedMs } from './measure.ts';
import { benchPoint, loadPeople } from './point.ts';

const people = 200_000;

/** Every two-letter start, then longer starts and pairs of words, over 200,000 people. */
export async function benchSearch(folder: string): Promise<Measured[]> {
  const point = await benchPoint(join(folder, 'search'));
  loadPeople(point, people);
  const store = storeOn(point.beside);
  const letters = 'abcdefghijklmnopqrstuvwxyz'.split('');
  const pairs = letters.flatMap((one) => letters.map((two) => one + two));
  const words = ['dia', 'benka', 'moussa', 'ka le', 'sou ma', 'gouta ra', 'lefebvre', 'bada', 'li ka sa'];
  const queries = [
    ...pairs,
    ...words,
    ...pairs.slice(0, 200).map((pair, at) => `${pair} ${pairs[at * 3] ?? ''}`),
  ];
  const times: number[] = [];
  for (const query of queries) times.push(await timedMs(() => store.searchPersons(query, null, 20)));
  await point.close();
  const p99 = percentile(times, 0.99);
  return [
    {
      what: 'person search among 200,000, p99',
      value: p99,
      unit: 'ms',
      bar: { most: 20 },
      detail: {
        p50Ms: percentile(times, 0.5),
        p99Ms: p99,
        maxMs: Math.max(...times),
        queries: queries.length,
      },
    },
  ];
}
