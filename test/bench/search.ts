import { join } from 'node:path';
import { storeOn } from '#db/store.ts';
import { sampled, timedMs } from './measure.ts';
import { benchPoint, loadPeople } from './point.ts';
import type { Bench } from './runner.ts';

const volumes = { full: { people: 200_000 }, quick: { people: 1_000 } } as const;

/** Every two-letter start, then longer starts and pairs of words, over the people of a large point. */
export async function benchSearch(bench: Bench): Promise<void> {
  const { people } = volumes[bench.volume];
  const point = await benchPoint(bench, join(bench.folder, 'search'));
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
  for (const query of queries) times.push(await timedMs(() => store.findPersons(query, null, 20)));
  bench.measured(sampled(`person search among ${people}, p99`, times, { share: 0.99, mostMs: 20 }));
}
