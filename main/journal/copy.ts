import type { CopyPayload } from '#domain/closing.ts';
import type { RecordRow } from '#db/queries/journal.ts';
import type { SaleRow } from '#db/queries/sale.ts';
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
export const appendTicketCopy = (deps: Deps, sale: SaleRow, reason: string): number =>
  append(deps, {
    of: sale.number,
    reason,
    before: ticketCopies(deps, sale.number).length,
    recordHash: deps.store.recordHash(sale.till, 'sale', sale.recordSeq),
  });

/** The same of a closing: its name is its till's alone, every till has a `Z 12`. */
export const appendClosingCopy = (
  deps: Deps,
  closing: { readonly of: string; readonly row: RecordRow },
  reason: string,
): number =>
  append(deps, {
    of: closing.of,
    reason,
    before: deps.store.copiesOf([deps.till], closing.of).length,
    recordHash: closing.row.hash,
  });

function append(
  deps: Deps,
  {
    of,
    reason,
    before,
    recordHash,
  }: {
    readonly of: string;
    readonly reason: string;
    readonly before: number;
    readonly recordHash: string | null;
  },
): number {
  const copy = before + 1;
  // Nothing is printed again whose record is gone.
  if (recordHash === null) throw new Error(`no record of ${of}`);
  const payload: CopyPayload = { of, copy, operator: signedIn(deps), reason, recordHash };
  appendRecord(deps, 'copy', 'duplicata', { payload });
  return copy;
}
