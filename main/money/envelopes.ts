import type { EnvelopeView } from '#contract/money.ts';
import { type OperatorCode, brandAs } from '#domain/ids.ts';
import type { ReadingDeps } from '../deps.ts';
import { payloadOf } from '../journal/read.ts';

/** Everything that ever left the drawer to be kept: takings of closings, and withdrawals of the day. */
export function envelopesOf(deps: ReadingDeps): EnvelopeView[] {
  const { store, till } = deps;
  const last = store.lastRecord(till, 'closing')?.seq ?? 0;
  const takings = store.recordsBetween(till, 'closing', 1, last).flatMap((row): EnvelopeView[] => {
    if (row.type !== 'session') return [];
    const payload = payloadOf(row, 'session-closing');
    if (payload.takingsCents <= 0) return [];
    return [
      {
        id: `Z ${payload.number}`,
        from: 'closing',
        businessDay: row.businessDay,
        at: row.at,
        cents: payload.takingsCents,
        label: payload.envelope,
        by: nameOf(deps, payload.closedBy),
      },
    ];
  });
  const drops = store.dropsOf(till).flatMap(({ movement, businessDay }): EnvelopeView[] => {
    // Money spent, or given back for change, is not kept for the bank.
    if (movement.reason !== 'bank' && movement.reason !== 'envelope') return [];
    return [
      {
        id: movement.id,
        from: 'drop',
        businessDay,
        at: movement.at,
        cents: movement.cents,
        label: movement.envelope,
        by: nameOf(deps, movement.operator),
      },
    ];
  });
  return [...takings, ...drops].toSorted((a, b) => (a.at < b.at ? -1 : 1));
}

export const nameOf = (deps: ReadingDeps, code: string): string =>
  deps.store.operatorByCode(brandAs<OperatorCode>(code))?.name ?? code;
