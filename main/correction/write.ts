import type { SaleRow } from '#db/queries/sale.ts';
import type { SessionRow } from '#db/queries/session.ts';
import type { OperatorCode } from '#domain/ids.ts';
import type { CorrectionPayload } from '#domain/sale.ts';
import type { Deps } from '../deps.ts';
import { signedIn } from '../access/signed-in.ts';
import { appendRecord } from '../journal/append.ts';

/** Writes a correction: a signed record beside the sale, which stays as it is. In the caller's transaction. */
export function writeCorrection(
  deps: Deps,
  sale: SaleRow,
  correction: {
    readonly session: SessionRow;
    readonly approvedBy: OperatorCode | null;
    readonly reason: string;
    readonly change: CorrectionPayload['change'];
  },
): void {
  const correctionId = deps.newId();
  const payload: CorrectionPayload = {
    correctionId,
    of: sale.number,
    saleId: sale.id,
    operator: signedIn(deps),
    approvedBy: correction.approvedBy,
    reason: correction.reason,
    change: correction.change,
  };
  const { businessDay } = correction.session;
  const sealed = appendRecord(deps, 'sale', 'correction', { payload, businessDay });
  deps.store.insertCorrection({
    id: correctionId,
    saleId: sale.id,
    till: deps.till,
    recordSeq: sealed.seq,
    what: correction.change.what,
    at: deps.now(),
  });
}
