import type { UseCases } from '../deps.ts';
import { addTill } from '../set-up/add-till.ts';
import { deskState } from './desk-state.ts';

export const deskCalls = {
  addTill,
  deskState,
} satisfies UseCases;
