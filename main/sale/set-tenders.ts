import type { Answer, Input } from '#contract/ipc.ts';
import { keepPayment } from '../basket/payment.ts';
import type { Deps } from '../deps.ts';

/** Keeps what was tendered so far, so that a reload or a crash in the middle loses nothing. */
export const setTenders = (deps: Deps, input: Input<'setTenders'>): Answer<'setTenders'> =>
  keepPayment(deps, input.saleId, { tenders: input.tenders, cardPending: input.cardPending });
