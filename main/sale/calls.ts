import type { UseCases } from '../deps.ts';
import { cancelPayment } from './cancel-payment.ts';
import { finishSale } from './finish-sale.ts';
import { lastSale } from './last-sale.ts';
import { nextPerson } from './next-person.ts';
import { recordIdentitySeen } from './record-identity-seen.ts';
import { setTenders } from './set-tenders.ts';
import { startPayment } from './start-payment.ts';

export const saleCalls = {
  cancelPayment,
  finishSale,
  lastSale,
  nextPerson,
  recordIdentitySeen,
  setTenders,
  startPayment,
} satisfies UseCases;
