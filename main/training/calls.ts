import type { UseCases } from '../deps.ts';
import { startTraining } from './start-training.ts';
import { stopTraining } from './stop-training.ts';

export const trainingCalls = {
  startTraining,
  stopTraining,
} satisfies UseCases;
