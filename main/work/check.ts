import type { Store } from '#db/store.ts';
import type { RecordRow } from '#db/queries/records.ts';
import type { IntegrityDefect } from '#domain/integrity.ts';
import { type Chain, type JournalRecord, chains, recordSigningText } from '#domain/journal.ts';
import type { SalePayload } from '#domain/sale.ts';
import { verifierFor } from '#exchange/crypto.ts';
import { checkRecord } from '#exchange/record-check.ts';
import type { CheckDone, CheckTask, Progress } from './tasks.ts';

const chunk = 200;

/**
 * Looks at records the way a stranger would: bytes, hash, link, signature; and at the rows of sales beside them. The
 * last day comes first, because that is what the desk works on; then everything from the first record.
 */
export async function checkJournal(store: Store, task: CheckTask, progress: Progress): Promise<CheckDone> {
  const { till } = task.till;
  const all = chains.map((chain) => ({ chain, from: 1, to: task.heads[chain].seq }));
  const lastDay = all.map(({ chain, to }) => ({ chain, from: store.firstOfLastDay(till, chain), to }));
  const total = [...lastDay, ...all].reduce((sum, { from, to }) => sum + to - from + 1, 0);
  const seen = new Map<string, IntegrityDefect>();
  let done = 0;
  for (const range of [...lastDay, ...all]) {
    let previous: { readonly seq: number; readonly hash: string } | null = null;
    for (let from = range.from; from <= range.to; from += chunk) {
      const started = performance.now();
      const to = Math.min(range.to, from + chunk - 1);
      const rows = store.recordsBetween(till, range.chain, from, to);
      for (const row of rows) {
        for (const defect of defectsOf(store, task, row, previous ?? before(range, row))) note(seen, defect);
        previous = row;
      }
      done += to - from + 1;
      progress(done, total);
      const restMs = (performance.now() - started) * (1 / task.share - 1);
      if (restMs >= 1) await new Promise((resolve) => setTimeout(resolve, restMs));
    }
  }
  return {
    records: all.reduce((sum, { to }) => sum + to, 0),
    defects: [...seen.values()],
  };
}

/** The first record of a chain links to nothing; the first of a last day to a record not looked at yet. */
const before = (range: { readonly from: number }, row: RecordRow): { seq: number; hash: string } | null =>
  range.from === 1 ? null : { seq: row.seq - 1, hash: linkOf(row) };

const linkOf = (row: RecordRow): string =>
  /"previousHash":"([0-9a-f]{64})","seq":/.exec(row.bytes)?.[1] ?? '';

/** One defect a chain is told, the first; a changed sale row is told for each sale. */
function note(seen: Map<string, IntegrityDefect>, defect: IntegrityDefect): void {
  const key = defect.kind === 'record-changed' ? `${defect.kind} ${defect.chain}` : JSON.stringify(defect);
  const known = seen.get(key);
  if (
    !known ||
    (known.kind === 'record-changed' && defect.kind === 'record-changed' && defect.seq < known.seq)
  )
    seen.set(key, defect);
}

const verifiers = new Map<string, ReturnType<typeof verifierFor>>();

function verify(key: CheckTask['till'], record: JournalRecord, row: RecordRow): boolean {
  const verifier = verifiers.get(key.publicKey) ?? verifierFor(key.publicKey);
  verifiers.set(key.publicKey, verifier);
  return record.keyId === key.keyId && verifier(recordSigningText(row.hash), row.signature);
}

function defectsOf(
  store: Store,
  task: CheckTask,
  row: RecordRow,
  previous: { readonly seq: number; readonly hash: string } | null,
): IntegrityDefect[] {
  const { chain, seq, businessDay } = row;
  const changed = (why: Extract<IntegrityDefect, { kind: 'record-changed' }>['why']): IntegrityDefect[] => [
    { kind: 'record-changed', chain, seq, businessDay, why },
  ];
  const checked = checkRecord(row, previous);
  if (!checked) return changed('wrong-hash');
  const { record, defect } = checked;
  if (defect) return changed(defect);
  if (!verify(task.till, record, row)) return changed('wrong-signature');
  if (record.till !== task.till.till || !columnsHold(row, record)) return changed('wrong-chain');
  return isSale(chain, record) ? saleDefects(store, row, record.payload as SalePayload) : [];
}

const columnsHold = (row: RecordRow, record: JournalRecord): boolean =>
  row.type === record.type && row.at === record.at && row.businessDay === record.businessDay;

const isSale = (chain: Chain, record: JournalRecord): boolean =>
  chain === 'sale' && (record.type === 'sale' || record.type === 'return');

/** The rows that lists, caps and returns are read from say what was signed. */
function saleDefects(store: Store, row: RecordRow, payload: SalePayload): IntegrityDefect[] {
  const sale = store.saleById(payload.saleId);
  const lines = store.linesOf(payload.saleId);
  const tenders = store.tendersOf(payload.saleId);
  const holds =
    sale !== undefined &&
    sale.number === payload.number &&
    sale.kind === payload.kind &&
    sale.recordSeq === row.seq &&
    sale.businessDay === row.businessDay &&
    sale.totalCents === payload.totalCents &&
    sale.savingCents === payload.savingCents &&
    sale.changeCents === payload.changeCents &&
    sale.operator === payload.operator &&
    sale.personId === payload.personId &&
    same(
      lines,
      payload.lines,
      (a, b) => a.sku === b.sku && a.quantity === b.quantity && a.totalCents === b.totalCents,
    ) &&
    same(tenders, payload.tenders, (a, b) => a.kind === b.kind && a.cents === b.cents);
  return holds ? [] : [{ kind: 'sale-row-changed', number: payload.number, businessDay: row.businessDay }];
}

const same = <A, B>(a: readonly A[], b: readonly B[], equal: (a: A, b: B) => boolean): boolean =>
  a.length === b.length && a.every((one, index) => equal(one, b[index] as B));
