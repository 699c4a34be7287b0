import type { UseCases } from '../deps.ts';
import { chooseScanner } from './choose-scanner.ts';
import { scannerChoice } from './scanner-choice.ts';
import { takeScan } from './take-scan.ts';

export const scanningCalls = {
  chooseScanner,
  scannerChoice,
  takeScan,
} satisfies UseCases;
