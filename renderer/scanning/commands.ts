import type { ScanCommand } from '#domain/nomenclature.ts';
import type { KeyName } from '../keys/bindings.ts';

const printed: Readonly<Record<string, ScanCommand>> = {
  '!EXACT': 'exact',
  '!OK': 'ok',
  '!NEXT': 'next',
  '!BACK': 'back',
};

/** A code of the printed sheet, known without asking: it must act in the very moment it is scanned. */
export function commandIn(readings: readonly string[]): ScanCommand | null {
  for (const reading of readings) {
    const command = printed[reading.trim().toUpperCase()];
    if (command) return command;
  }
  return null;
}

/** The key that each printed command stands for. */
export const keyOfCommand: Readonly<Record<ScanCommand, KeyName>> = {
  exact: 'Exact',
  ok: 'Enter',
  next: 'Next',
  back: 'Escape',
};
