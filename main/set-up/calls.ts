import type { UseCases } from '../deps.ts';
import { addTill } from './add-till.ts';

export const setUpCalls = {
  addTill,
} satisfies UseCases;
