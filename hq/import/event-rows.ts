import type { JournalRecord } from '#domain/journal.ts';
import { type StockMoved, type StockMovement, movementsOfAct, movementsOfSale } from '#domain/stock.ts';
import { readEvent, rightsEventOf } from '#exchange/event-payload.ts';
import type { OpenedBatch } from '#exchange/open-batch.ts';
import { subjectOf } from '../ledger/rights.ts';
import type { Tables } from './tables.ts';

/** What the records of a batch move in the stock, change in the team and say of referrals, as rows to copy. */
export function addEvents(tables: Tables, batch: OpenedBatch): void {
  const { till, batchNo } = batch.manifest;
  const details = new Map(batch.referrals.map((line) => [line.entitlementId, line]));
  // After the places of lines: those of 0.1 stand where they stood.
  let position = batch.lines;
  const place = (): { till: string; batch_no: number; position: number } => {
    position += 1;
    return { till, batch_no: batchNo, position };
  };
  for (const { record, read } of batch.journal) {
    if (read.kind === 'sale')
      for (const movement of movementsOfSale(read.payload))
        addMovement(tables, movement, {
          record,
          operator: read.payload.operator,
          place: place(),
          from: null,
        });
    if (read.kind !== 'event') continue;
    const operator = operatorOf(read.payload);
    const stock = readEvent(record, 'stock-moved');
    for (const movement of stock ? movementsOfAct(stock) : [])
      addMovement(tables, movement, { record, operator, place: place(), from: stock?.provenance ?? null });
    const team = readEvent(record, 'right-changed');
    if (team)
      tables.team.add({
        ...place(),
        at: record.at,
        operator: team.of,
        change: team.change,
        role: team.role,
        admin: team.admin,
        active_until: team.activeUntil,
        by: operator,
      });
    addRights(tables, record, { batchNo, details, place });
  }
}

const operatorOf = ({ operator }: Readonly<Record<string, unknown>>): string =>
  typeof operator === 'string' ? operator : '';

function addMovement(
  tables: Tables,
  movement: StockMovement,
  of: {
    readonly record: JournalRecord;
    readonly operator: string;
    readonly place: { readonly till: string; readonly batch_no: number; readonly position: number };
    readonly from: StockMoved['provenance'];
  },
): void {
  const { record } = of;
  tables.stock.add({
    ...of.place,
    movement_id: `${record.chain}-${record.seq}-${of.place.position}`,
    at: record.at,
    business_day: record.businessDay,
    sku: movement.sku,
    unit_key: movement.unit?.key ?? null,
    quantity: movement.quantity,
    kind: movement.kind,
    unit_status: movement.unitStatus,
    reason: movement.reason,
    operator: of.operator,
    sale_id: movement.saleId,
    provenance: of.from === null ? null : JSON.stringify(of.from),
  });
}

function addRights(
  tables: Tables,
  record: JournalRecord,
  context: {
    readonly batchNo: number;
    readonly details: ReadonlyMap<string, OpenedBatch['referrals'][number]>;
    readonly place: () => { readonly till: string; readonly batch_no: number; readonly position: number };
  },
): void {
  const event = rightsEventOf(record);
  if (!event) return;
  const subject = subjectOf(event);
  if (subject !== null)
    tables.rights.add({ till: record.till, seq: record.seq, batch_no: context.batchNo, subject });
  if (event.type === 'referral-refused')
    tables.referral.add({
      ...context.place(),
      referral_key: '',
      proof: event.payload.proof,
      prescriber_id: event.payload.prescriberId,
      person_id: null,
      entitlement_id: null,
      issued_on: null,
      used_on: record.businessDay,
      verdict: 'refused',
      reasons: event.payload.reasons.join(' '),
      under_reserve: false,
    });
  if (event.type !== 'window-opened') return;
  const { entitlementId, personId, on } = event.payload;
  const line = context.details.get(entitlementId);
  // Erased before it went up: the window stands, what its paper said is nobody's any more.
  if (line)
    tables.referral.add({
      ...context.place(),
      referral_key: line.referralKey,
      proof: line.proof,
      prescriber_id: line.prescriberId,
      person_id: personId,
      entitlement_id: entitlementId,
      issued_on: line.issuedOn,
      used_on: on,
      verdict: line.verdict,
      reasons: line.reasons.join(' '),
      under_reserve: line.underReserve,
    });
}
