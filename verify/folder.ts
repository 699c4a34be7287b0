import { type Chain, type ChainSpan, type Verdict, chains } from './words.ts';

/** Numbers that no archive of a till holds, or that two of them hold differently. */
export interface Between {
  readonly kind: 'gap' | 'disagreement';
  readonly till: string;
  readonly chain: Chain;
  readonly from: number;
  readonly to: number;
}

/** Looks between the archives of each till: whether they touch, and agree where they meet. */
export function betweenArchives(verdicts: readonly Verdict[]): Between[] {
  const byTill = Map.groupBy(
    verdicts.filter((one) => one.till !== null && one.word !== 'unreadable'),
    (one) => one.till ?? '',
  );
  return [...byTill].flatMap(([till, files]) =>
    chains.flatMap((chain) => {
      const spans = files
        .flatMap((file) => file.spans[chain] ?? [])
        .filter((one) => one.lastSeq >= one.firstSeq);
      return between(spans).map((one) => ({ ...one, till, chain }));
    }),
  );
}

function between(spans: readonly ChainSpan[]): Pick<Between, 'kind' | 'from' | 'to'>[] {
  const found: Pick<Between, 'kind' | 'from' | 'to'>[] = [];
  const hashes = new Map<number, string>();
  let reached: number | null = null;
  for (const { firstSeq, lastSeq, previousHash, lastHash } of spans.toSorted(
    (a, b) => a.firstSeq - b.firstSeq,
  )) {
    if (reached !== null && firstSeq > reached + 1)
      found.push({ kind: 'gap', from: reached + 1, to: firstSeq - 1 });
    for (const [seq, hash] of [
      [firstSeq - 1, previousHash],
      [lastSeq, lastHash],
    ] as const) {
      if (hashes.has(seq) && hashes.get(seq) !== hash)
        found.push({ kind: 'disagreement', from: seq, to: seq });
      hashes.set(seq, hash);
    }
    reached = Math.max(reached ?? 0, lastSeq);
  }
  return found;
}
