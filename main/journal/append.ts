import type { EventType } from '#domain/events.ts';
import type { Day } from '#domain/time.ts';
import { dayIn } from '#domain/time.ts';
import {
  type Chain,
  type SealedRecord,
  firstPreviousHash,
  recordVersion,
  sealRecord,
} from '#domain/journal.ts';
import { sellingSession } from '../session/selling.ts';
import { todayAtSite } from '../today.ts';
import type { Deps } from '../deps.ts';

/** The open session's day; outside a session, that of the last record; before any, today at the site. */
export function businessDayOf(deps: Deps): Day {
  const session = deps.store.openSessionOf(deps.till);
  if (session) return session.businessDay;
  const last = deps.store.lastSession(deps.till);
  return last?.businessDay ?? dayIn(deps.now(), deps.reference().site.timeZone);
}

/** The day that rights and papers are judged on: that of selling, else today. A left-open session says nothing. */
export function deskDay(deps: Deps): Day {
  const session = sellingSession(deps);
  return session.ok ? session.value.businessDay : todayAtSite(deps);
}

/** Adds a record to a chain, linked, hashed and signed. Call inside the transaction of what it records. */
export function appendRecord(
  deps: Deps,
  chain: Chain,
  type: string,
  content: { readonly payload: object; readonly businessDay?: Day },
): SealedRecord {
  const last = deps.store.lastRecord(deps.till, chain);
  const at = deps.now();
  const businessDay = content.businessDay ?? businessDayOf(deps);
  const sealed = sealRecord(
    {
      v: recordVersion,
      chain,
      seq: (last?.seq ?? 0) + 1,
      at,
      businessDay,
      till: deps.till,
      type,
      payload: content.payload,
      previousHash: last?.hash ?? firstPreviousHash,
      keyId: deps.signer.keyId,
    },
    { sha256: deps.sha256, sign: deps.signer.sign },
  );
  deps.store.insertRecord({ till: deps.till, type, at, businessDay, ...sealed });
  return sealed;
}

/** Adds a technical event: who did what beside selling. */
export const appendEvent = (deps: Deps, type: EventType, payload: object = {}): SealedRecord =>
  appendRecord(deps, 'event', type, { payload: { operator: deps.desk.operator, ...payload } });
