import type { Answer } from '#contract/ipc.ts';
import type { SessionClosingPayload } from '#domain/closing.ts';
import { parseRecord } from '#domain/journal.ts';
import { sumCents } from '#domain/money.ts';
import { ok } from '#domain/result.ts';
import type { Deps } from '../deps.ts';

const latest = 200;

/** Past closings, newest first. */
export function closings(deps: Deps): Answer<'closings'> {
  const last = deps.store.lastRecord(deps.till, 'closing')?.seq ?? 0;
  const rows = deps.store.recordsBetween(deps.till, 'closing', Math.max(1, last - latest), last);
  return ok(
    rows.toReversed().flatMap((row) => {
      const parsed = row.type === 'session' ? parseRecord(row.bytes) : null;
      if (!parsed) return [];
      const payload = parsed.payload as SessionClosingPayload;
      return [
        {
          number: payload.number,
          businessDay: row.businessDay,
          totalCents: payload.totals.totalCents,
          differenceCents: sumCents(payload.differences.map((one) => one.differenceCents)),
          at: row.at,
        },
      ];
    }),
  );
}
