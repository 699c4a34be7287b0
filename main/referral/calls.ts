import type { UseCases } from '../deps.ts';
import { openEntitlement } from './open-entitlement.ts';
import { prescribers } from './prescribers.ts';
import { verifyReferral } from './verify-referral.ts';

export const referralCalls = {
  openEntitlement,
  prescribers,
  verifyReferral,
} satisfies UseCases;
