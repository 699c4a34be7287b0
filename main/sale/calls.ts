import type { UseCases } from '../deps.ts';
import { cancelPayment } from './cancel-payment.ts';
import { finishSale } from './finish-sale.ts';
import { handoverPending } from './handover-pending.ts';
import { recordIdentitySeen } from './record-identity-seen.ts';
import { setTenders } from './set-tenders.ts';
import { startPayment } from './start-payment.ts';

export const saleCalls = {
  cancelPayment,
  finishSale,
  handoverPending,
  recordIdentitySeen,
  setTenders,
  startPayment,
} satisfies UseCases;
