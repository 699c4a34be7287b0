import type { UseCases } from '../deps.ts';
import { deskState } from './desk-state.ts';

export const deskCalls = {
  deskState,
} satisfies UseCases;
