import type { Answer, Input } from '#contract/ipc.ts';
import { keepPayment } from '../basket/payment.ts';
import type { Deps } from '../deps.ts';

/** Locks the lines and opens the payment. */
export const startPayment = (deps: Deps, input: Input<'startPayment'>): Answer<'startPayment'> =>
  keepPayment(deps, input.saleId, { tenders: [], cardPending: null });
