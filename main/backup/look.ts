import type { TillRow } from '#db/queries/till.ts';
import type { ReadingStore } from '#db/store.ts';
import { type IntegrityDefect, headDefects } from '#domain/integrity.ts';
import { chains } from '#domain/journal.ts';
import type { Day } from '#domain/time.ts';
import type { SealedTill } from '#exchange/backup.ts';
import { chainHeads } from '../journal/head-file.ts';
import { runTask } from '../work/run.ts';

/** The tills in the copy are those whose keys came with it. */
export const holdsTills = (inside: readonly TillRow[], sealed: readonly SealedTill[]): boolean =>
  inside.length === sealed.length &&
  inside.every(({ id, keyId }) => sealed.some((one) => one.till === id && one.keyId === keyId));

/** The latest of days; null when there is none. */
export const lastOf = (days: readonly (Day | null)[]): Day | null =>
  days
    .filter((one) => one !== null)
    .toSorted()
    .at(-1) ?? null;

/** Checks every record of a till, and that nothing is missing of what its keys were sealed with. */
export async function lookAtTill(
  store: ReadingStore,
  { till, keyId, publicKey, heads: sealedHeads }: SealedTill,
  copy: { readonly file: string; readonly key: Uint8Array; readonly workerFile: URL },
): Promise<{ readonly records: number; readonly defects: readonly IntegrityDefect[] }> {
  const heads = chainHeads(store, till);
  const { file, key } = copy;
  const checked = await runTask(
    copy.workerFile,
    { task: 'check', point: { file, key }, till: { till, keyId, publicKey }, heads, share: 1 },
    () => undefined,
  ).done;
  const fromHeads = headDefects(sealedHeads, 'head-file', {
    last: (chain) => heads[chain].seq,
    at: (chain, seq) => store.recordHash(till, chain, seq),
  });
  return {
    records: chains.reduce((sum, chain) => sum + heads[chain].seq, 0),
    defects: [...fromHeads, ...checked.defects],
  };
}
