import type { CopyPayload } from '#domain/closing.ts';
import type { RecordRow } from '#db/queries/journal.ts';
import type { TicketNumber } from '#domain/ids.ts';
import type { Deps, ReadingDeps } from '../deps.ts';
import { signedIn } from '../access/signed-in.ts';
import { appendRecord } from './append.ts';

/** Later prints of a ticket, at whichever till of the point: each is in the chain of the till that printed it. */
export const ticketCopies = (deps: ReadingDeps, number: TicketNumber): RecordRow[] =>
  deps.store.copiesOf(
    deps.store.tills().map((till) => till.id),
    number,
  );

/** Journals one more print of a ticket and answers which one it is. Inside the caller's transaction. */
export const appendTicketCopy = (deps: Deps, number: TicketNumber, reason: string): number =>
  append(deps, { of: number, reason, before: ticketCopies(deps, number).length });

/** The same of a closing: its name is its till's alone, every till has a `Z 12`. */
export const appendClosingCopy = (deps: Deps, of: string, reason: string): number =>
  append(deps, { of, reason, before: deps.store.copiesOf([deps.till], of).length });

function append(
  deps: Deps,
  { of, reason, before }: { readonly of: string; readonly reason: string; readonly before: number },
): number {
  const copy = before + 1;
  const payload: CopyPayload = { of, copy, operator: signedIn(deps), reason };
  appendRecord(deps, 'copy', 'duplicata', { payload });
  return copy;
}
