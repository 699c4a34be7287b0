import type { ChunkDone, ChunkJob } from './chunk.ts';
import type { Pool } from './pool.ts';
import { type Books, books } from './totals.ts';
import { type Chain, type ChainSpan, type Found, type RecordWord, type Spans, noHash } from './words.ts';

export interface JournalDone {
  readonly records: number;
  readonly first: Found | null;
  readonly spans: Spans;
}

/** Where each chain of a file is said to begin; undefined takes its first record at its own word. */
export type Begins = Readonly<
  Partial<Record<Chain, { readonly seq: number; readonly previousHash: string }>>
>;

/**
 * Looks at every record of a file, chunk by chunk on all cores, and puts the answers together in the order of the
 * file. What comes after the first record that does not hold is not judged.
 */
export async function checkRecords(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  job: ChunkJob,
  tools: { readonly pool: Pool; readonly begins: Begins },
): Promise<JournalDone> {
  const { pool } = tools;
  const merge = merger(job, tools.begins);
  const queue: Promise<ChunkDone>[] = [];
  for await (const bytes of chunks) {
    await pool.room();
    queue.push(pool.check({ bytes, job }));
    while (queue.length > 12) merge.add(await (queue.shift() as Promise<ChunkDone>));
  }
  for (const done of await Promise.all(queue)) merge.add(done);
  return merge.done();
}

interface Fault {
  readonly at: number;
  readonly found: Found;
}

function merger(job: ChunkJob, begins: Begins) {
  const spans: Partial<Record<Chain, { -readonly [K in keyof ChainSpan]: ChainSpan[K] }>> = {};
  let money: Books | null = null;
  let records = 0;
  let first: Found | null = null;

  const startOf = (chain: Chain): { readonly seq: number; readonly previousHash: string } | null =>
    begins[chain] ?? null;

  /** Word for a run that does not go on from where its chain stood. */
  const placeOf = (
    run: Pick<ChunkDone['runs'][number], 'chain' | 'firstSeq' | 'previousHash'>,
  ): RecordWord | null => {
    const held = spans[run.chain];
    const begin = startOf(run.chain);
    const seq = held ? held.lastSeq + 1 : (begin?.seq ?? run.firstSeq);
    const hash = held?.lastHash ?? begin?.previousHash ?? (run.firstSeq === 1 ? noHash : run.previousHash);
    if (run.firstSeq !== seq) return 'wrong-sequence';
    return run.previousHash === hash ? null : 'broken-link';
  };

  const placeFaults = (done: ChunkDone): Fault[] =>
    done.runs.flatMap((run) => {
      const word = placeOf(run);
      const held = spans[run.chain];
      const { firstSeq, previousHash, lastSeq, lastHash } = run;
      if (held) Object.assign(held, { lastSeq, lastHash });
      else spans[run.chain] = { firstSeq, previousHash, lastSeq, lastHash };
      return word ? [{ at: run.at, found: { chain: run.chain, seq: run.firstSeq, word } }] : [];
    });

  const ownFault = (first: NonNullable<ChunkDone['first']>): Fault => {
    const { at, chain, seq, word, previousHash } = first;
    // Nothing in its chunk stood before it: its place is held against the chunk before.
    const place =
      chain && seq !== null && previousHash !== null ? placeOf({ chain, firstSeq: seq, previousHash }) : null;
    return { at, found: { chain, seq, word: place ?? word } };
  };

  const moneyFaults = (done: ChunkDone): Fault[] => {
    if (job.linksOnly) return [];
    // A file that holds no sale at all: nothing of that chain is at hand, whatever the closings name.
    money ??= books({
      sale: spans.sale?.firstSeq ?? startOf('sale')?.seq ?? Number.MAX_SAFE_INTEGER,
      closing: spans.closing?.firstSeq ?? startOf('closing')?.seq ?? 1,
    });
    for (const sale of done.sales) money.addSale(sale);
    return done.closings.flatMap((closing): Fault[] => {
      const seq = money?.closes(closing) ?? null;
      return seq === null ? [] : [{ at: closing.at, found: { chain: 'closing', seq, word: 'wrong-totals' } }];
    });
  };

  const add = (done: ChunkDone): void => {
    if (first) return;
    const faults = [
      ...placeFaults(done),
      ...(done.first ? [ownFault(done.first)] : []),
      ...moneyFaults(done),
    ];
    records += done.records;
    first = faults.toSorted((a, b) => a.at - b.at)[0]?.found ?? null;
  };
  return {
    add,
    done: (): JournalDone => ({ records, first, spans }),
  };
}
