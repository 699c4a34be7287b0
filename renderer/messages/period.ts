import type { Month } from '#domain/time.ts';
import type { Formats } from '../ui/format.ts';

/** `2026-11` → `novembre 2026`; a year is its digits, everything has its own words. */
export function periodWords(period: string, say: Formats, everything: string): string {
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(period)) return say.month(period as Month);
  return period === 'all' ? everything : period;
}
