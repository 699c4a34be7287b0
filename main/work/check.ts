import type { ReadingStore } from '#db/store.ts';
import type { RecordRow } from '#db/queries/journal.ts';
import type { IntegrityDefect } from '#domain/integrity.ts';
import {
  type Chain,
  type JournalRecord,
  chains,
  firstPreviousHash,
  recordSigningText,
} from '#domain/journal.ts';
import { verifierFor } from '#exchange/crypto.ts';
import { type ReadRecord, readRecord } from '#exchange/payload.ts';
import { checkRecord } from '#exchange/record-check.ts';
import { rightsDiffer } from '../ledger/rights.ts';
import { type ReadSale, saleRowDefects } from './sale-rows-check.ts';
import type { CheckDone, CheckTask, Progress } from './tasks.ts';

const chunk = 200;
/** A journal that was torn apart is told by its first pieces. */
const mostDefects = 50;

/**
 * Looks at records the way a stranger would: bytes, hash, link, signature; and at the rows of sales beside them. The
 * last day comes first, because that is what the desk works on; then everything before it.
 */
export async function checkJournal(
  store: ReadingStore,
  task: CheckTask,
  pace: { readonly progress: Progress; readonly share: () => number },
): Promise<CheckDone> {
  const { till } = task.till;
  const seen = new Map<string, IntegrityDefect>();
  const lastDay = chains.map((chain) => {
    const to = task.heads[chain].seq;
    return { chain, from: store.firstOfLastDay(till, chain), to };
  });
  const records = chains.reduce((sum, chain) => sum + task.heads[chain].seq, 0);
  const changed = new Set(store.salesChangedSince());
  let done = 0;
  const look = async (range: Range): Promise<void> => {
    let previous: { readonly seq: number; readonly hash: string } = linkedTo(store, task, range);
    for (let from = range.from; from <= range.to; from += chunk) {
      const started = performance.now();
      const to = Math.min(range.to, from + chunk - 1);
      const sales: ReadSale[] = [];
      for (const row of store.recordsBetween(till, range.chain, from, to)) {
        const looked = lookAt(task, row, previous);
        if (looked.defect) note(seen, looked.defect);
        else if (looked.read.kind === 'sale') sales.push({ row, payload: looked.read.payload });
        previous = row;
      }
      for (const defect of saleRowDefects(store, sales, changed)) note(seen, defect);
      done += to - from + 1;
      pace.progress(done, records);
      const restMs = (performance.now() - started) * (1 / pace.share() - 1);
      if (restMs >= 1) await new Promise((resolve) => setTimeout(resolve, restMs));
    }
  };
  for (const range of lastDay) await look(range);
  for (const { chain, from } of lastDay) await look({ chain, from: 1, to: from - 1 });
  // Else it was told with its sale.
  if (seen.size === 0 && store.isCountedWithoutSale())
    note(seen, { kind: 'usage-changed', number: null, businessDay: null });
  if (seen.size === 0 && store.reading(() => rightsDiffer(store))) note(seen, { kind: 'rights-changed' });
  return { records, defects: [...seen.values()] };
}

interface Range {
  readonly chain: Chain;
  readonly from: number;
  readonly to: number;
}

/** The record before a range, as it stands: it is looked at in its own turn. A chain begins after nothing. */
function linkedTo(
  store: ReadingStore,
  task: CheckTask,
  { chain, from }: Range,
): { readonly seq: number; readonly hash: string } {
  const nothing = from === 1 ? firstPreviousHash : '';
  return { seq: from - 1, hash: store.recordHash(task.till.till, chain, from - 1) ?? nothing };
}

/** Each defect once, as far as a person can read them. */
function note(seen: Map<string, IntegrityDefect>, defect: IntegrityDefect): void {
  if (seen.size < mostDefects) seen.set(JSON.stringify(defect), defect);
}

const verifiers = new Map<string, ReturnType<typeof verifierFor>>();

function verify(key: CheckTask['till'], record: JournalRecord, row: RecordRow): boolean {
  const verifier = verifiers.get(key.publicKey) ?? verifierFor(key.publicKey);
  verifiers.set(key.publicKey, verifier);
  return record.keyId === key.keyId && verifier(recordSigningText(row.hash), row.signature);
}

/** What a record says, or why it does not hold. */
function lookAt(
  task: CheckTask,
  row: RecordRow,
  previous: { readonly seq: number; readonly hash: string },
): { readonly defect: IntegrityDefect } | { readonly defect: null; readonly read: ReadRecord } {
  const { chain, seq, businessDay } = row;
  const changed = (why: Extract<IntegrityDefect, { kind: 'record-changed' }>['why']) => ({
    defect: { kind: 'record-changed' as const, chain, seq, businessDay, why },
  });
  const checked = checkRecord(row, previous);
  if (!checked) return changed('wrong-hash');
  const { record, defect } = checked;
  if (defect) return changed(defect);
  if (!verify(task.till, record, row)) return changed('wrong-signature');
  if (record.till !== task.till.till || !columnsHold(row, record)) return changed('wrong-chain');
  const read = readRecord(record);
  return read ? { defect: null, read } : changed('not-canonical');
}

const columnsHold = (row: RecordRow, record: JournalRecord): boolean =>
  row.type === record.type && row.at === record.at && row.businessDay === record.businessDay;
