import type { UseCases } from '../deps.ts';
import { sheet } from './sheet.ts';

export const sheetCalls = {
  sheet,
} satisfies UseCases;
