import type { UseCases } from '../deps.ts';
import { makeInspection } from './make-inspection.ts';

export const inspectionCalls = {
  makeInspection,
} satisfies UseCases;
