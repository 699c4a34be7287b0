import type { UseCases } from '../deps.ts';
import { createOperator } from './create-operator.ts';
import { limitOperator } from './limit-operator.ts';
import { resetOperator } from './reset-operator.ts';
import { stopOperator } from './stop-operator.ts';
import { team } from './team.ts';

export const teamCalls = {
  createOperator,
  limitOperator,
  resetOperator,
  stopOperator,
  team,
} satisfies UseCases;
