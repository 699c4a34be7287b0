import type { EventType } from '#domain/events.ts';
import type { Day, Instant } from '#domain/time.ts';
import { dayIn } from '#domain/time.ts';
import {
  type Chain,
  type SealedRecord,
  firstPreviousHash,
  recordVersion,
  sealRecord,
} from '#domain/journal.ts';
import type { OperatorCode } from '#domain/ids.ts';
import type { ReadEvents } from '#exchange/event-payload.ts';
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
): SealedRecord & { readonly at: Instant } {
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
  return { ...sealed, at };
}

/** What an event of a type says: those that something is computed from hold what they must. */
export type EventPayload<T extends EventType> = T extends keyof ReadEvents ? ReadEvents[T] & Signed : Signed;
/** Who acted where it is not whoever is at the desk, who approved, and what else a reader may want. */
interface Signed {
  readonly operator?: OperatorCode | null;
  readonly [more: string]: unknown;
}

/** An event that nothing is computed from. */
export type PlainEvent = Exclude<EventType, keyof ReadEvents>;

/** Adds a technical event: who did what beside selling. */
export const appendEvent = <T extends EventType>(
  deps: Deps,
  type: T,
  ...[payload]: T extends keyof ReadEvents ? [EventPayload<T>] : [EventPayload<T>?]
): ReturnType<typeof appendRecord> =>
  appendRecord(deps, 'event', type, { payload: { operator: deps.desk.operator, ...payload } });
