import { isDeepStrictEqual } from 'node:util';
import type { WindowRow } from '#db/queries/rights.ts';
import type { ReadingStore, Store } from '#db/store.ts';
import { parseRecord } from '#domain/journal.ts';
import { type RightsEvent, type RightsWindow, rightsOf } from '#domain/rights.ts';
import type { Instant } from '#domain/time.ts';
import { sha256Hex } from '#exchange/crypto.ts';
import { type Baseline, readEvent, rightsEventOf } from '#exchange/event-payload.ts';
import { digestOf, isUnsigned } from './baseline.ts';

/** What stood before anything was signed: nothing, what the baseline says, or what no baseline was written of yet. */
type Before = null | 'unsigned' | { readonly at: Instant; readonly tables: Baseline['tables'] };

/** What the events of a point say of rights, and what stood before them. */
function told(store: ReadingStore) {
  const events: RightsEvent[] = [];
  let before: Before = startedUnsigned(store) ? 'unsigned' : null;
  for (const { bytes } of store.rightsRecords()) {
    const record = parseRecord(bytes);
    const event = record && rightsEventOf(record);
    if (event) events.push(event);
    const baseline = record && readEvent(record, 'baseline');
    if (record && baseline) before = { at: record.at, tables: baseline.tables };
  }
  return { events, before, rights: rightsOf(events) };
}

/** Whether windows, used referrals or cards are other rows than the signed events give. */
export function rightsDiffer(store: ReadingStore): boolean {
  const { events, before, rights } = told(store);
  const signed = new Map(rights.windows.map((one) => [one.opened.payload.entitlementId, one]));
  const rows = store.allWindows();
  const older = rows.filter((row) => !signed.has(row.id));
  const own = rows.filter((row) => signed.has(row.id));
  if (own.length !== signed.size) return true;
  if (own.some((row) => !windowHolds(row, signed.get(row.id)))) return true;
  if (!olderHold(older, events, before)) return true;
  const holding = new Set(rows.filter((row) => row.cancelledAt === null).map((row) => row.id));
  const used = new Set(store.allReferralUses().map((row) => row.entitlementId));
  if (!isDeepStrictEqual([...holding].toSorted(), [...used].toSorted())) return true;
  const active = new Map(store.activeCards().map((row) => [row.personId, row.sealedId]));
  return [...rights.cards].some(([personId, card]) => active.get(personId) !== (card?.id ?? null));
}

const startedUnsigned = (store: ReadingStore): boolean =>
  store.tills().some(({ id }) => isUnsigned(store.firstRecordOf(id)?.bytes));

const rowOf = ({ opened, takenBackAt }: RightsWindow): Omit<WindowRow, 'referralKey' | 'openedBy'> => {
  const { entitlementId, personId, from, until, policyVersion, families, renewal } = opened.payload;
  return {
    id: entitlementId,
    personId,
    fromDay: from,
    untilDay: until,
    policyVersion,
    families,
    renewal,
    openedAt: opened.at,
    cancelledAt: takenBackAt,
  };
};

function windowHolds(row: WindowRow, window: RightsWindow | undefined): boolean {
  const { referralKey: _key, openedBy, ...folded } = row;
  return (
    window !== undefined &&
    isDeepStrictEqual(folded, rowOf(window)) &&
    (window.opened.operator === null || openedBy === window.opened.operator)
  );
}

/** What was there before anything was signed is as it was then, but for what was taken back since. */
function olderHold(older: readonly WindowRow[], events: readonly RightsEvent[], before: Before): boolean {
  if (before === 'unsigned') return true;
  if (!before) return older.length === 0;
  const back = new Map(
    events.flatMap((one) => (one.type === 'window-taken-back' ? [[one.payload.entitlementId, one.at]] : [])),
  );
  const rows = older.map((row) => [
    row.id,
    row.personId,
    row.fromDay,
    row.untilDay,
    row.policyVersion,
    JSON.stringify(row.families),
    row.renewal,
    row.openedAt,
    row.openedBy,
    row.cancelledAt !== null && back.get(row.id) === row.cancelledAt ? null : row.cancelledAt,
  ]);
  return before.tables['entitlement']?.sha256 === digestOf({ sha256: sha256Hex }, rows);
}

/**
 * Makes windows and cards anew from the signed events. What a referral's paper said is in no event: it stays as it is,
 * and so does what stood before anything was signed. In the caller's transaction.
 */
export function rebuildRights(store: Store): void {
  const { before, rights } = told(store);
  const signed = new Set(rights.windows.map(({ opened }) => opened.payload.entitlementId));
  const isInvented = (row: WindowRow): boolean =>
    !signed.has(row.id) && before !== 'unsigned' && (before === null || row.openedAt > before.at);
  const invented = store.allWindows().filter(isInvented);
  store.forgetWindows(invented.map((row) => row.id));
  const keys = new Map(store.allReferralUses().map((use) => [use.entitlementId, use.key]));
  for (const window of rights.windows) {
    const { operator, payload } = window.opened;
    if (operator === null) continue;
    const referralKey = keys.get(payload.entitlementId) ?? payload.referral;
    store.saveWindow({ ...rowOf(window), openedBy: operator, referralKey });
  }
  for (const [personId, card] of rights.cards) if (card) store.activateCard(personId, card.id);
}
