import type { Answer, Input } from '#contract/ipc.ts';
import { keepPayment } from '../basket/payment.ts';
import type { Deps } from '../deps.ts';

/** Locks the lines and opens the payment; one that began already goes on with what was given. */
export const startPayment = (deps: Deps, input: Input<'startPayment'>): Answer<'startPayment'> =>
  keepPayment(deps, input.saleId, null);
