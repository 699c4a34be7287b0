import type { UseCases } from '../deps.ts';
import { cancelWork } from './cancel-work.ts';
import { work } from './work.ts';

export const workCalls = {
  cancelWork,
  work,
} satisfies UseCases;
