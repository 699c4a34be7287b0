import type { UseCases } from '../deps.ts';
import { correctPerson } from './correct-person.ts';
import { correctPrice } from './correct-price.ts';
import { correctReferral } from './correct-referral.ts';
import { correctTender } from './correct-tender.ts';

export const correctionCalls = {
  correctPerson,
  correctPrice,
  correctReferral,
  correctTender,
} satisfies UseCases;
