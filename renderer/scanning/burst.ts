import type { WedgeChoice } from '#contract/scanning.ts';
import { readScan } from '#domain/nomenclature.ts';

/** How the scanner of this desk types. Times in milliseconds. */
export interface WedgeProfile {
  /** Half of the gaps between two characters of a scan are at most this long; fast typing is at 80 to 100. */
  readonly medianGapMs: number;
  readonly minLength: number;
  /** A scan that ends without Enter or Tab ends after this silence. */
  readonly endSilenceMs: number;
  /** Characters the scanner is set to send first; they are not part of the readings. */
  readonly prefix?: string;
  /**
   * For a scanner as slow as a typist: only digits that a checksum proves can be a scan; any others were typed, and
   * reach the field.
   */
  readonly provenDigits?: boolean;
}

export const wedgeProfile: WedgeProfile = { medianGapMs: 50, minLength: 6, endSilenceMs: 150 };

/** The profile of a desk, as it was set. */
export function profileFor(choice: WedgeChoice): WedgeProfile {
  switch (choice.kind) {
    case 'usual':
      return wedgeProfile;
    case 'slow':
      return { ...wedgeProfile, medianGapMs: 120, minLength: 8, endSilenceMs: 250, provenDigits: true };
    case 'prefix':
      return { ...wedgeProfile, medianGapMs: 200, endSilenceMs: 500, prefix: choice.prefix };
  }
}

/** Any rhythm at all: only where nothing can be typed, to learn how a scanner types. */
export const learningProfile: WedgeProfile = { medianGapMs: 250, minLength: 3, endSilenceMs: 600 };

/** A key that was kept from the page and turned out to be typing: `key` is to be inserted where the focus is. */
export interface HeldKey {
  readonly code: string;
  readonly key: string;
}

/** A key that may be part of a scan. */
export interface Character extends HeldKey {
  readonly atMs: number;
  /** What the key types on a US keyboard. */
  readonly us: string;
  /** What it types on a French one, where Caps Lock changes what the machine makes of it. */
  readonly french?: string;
  /** False when the page got the key already. */
  readonly kept: boolean;
}

/** A little over the longest median: one key alone is held back no longer than that. */
const holdMarginMs = 10;
/** While a burst is still too short to be a scan: scanners have peaks of 100 ms between two characters. */
const shortBurstSilenceMs = 110;
/** Command codes such as `!OK` are short; nobody types three such keys that fast. */
const commandMark = '!';
const commandMinLength = 3;

/** Whether more keys could still make a scan of `burst`, which holds at least one. */
export function couldBeScan(burst: readonly Character[], profile: WedgeProfile): boolean {
  const { prefix = '', provenDigits = false } = profile;
  if (medianGap(burst, burst.length >= profile.minLength) > profile.medianGapMs) return false;
  return readingsOf(burst).some((reading) => {
    const begun = reading.startsWith(prefix.slice(0, reading.length));
    return begun && (!provenDigits || /^\d*$/.test(reading.slice(prefix.length)));
  });
}

export function isScan(burst: readonly Character[], profile: WedgeProfile): boolean {
  if (!isLongEnough(burst, profile) || medianGap(burst, true) > profile.medianGapMs) return false;
  return !profile.provenDigits || readingsOf(burst).some(isProven);
}

/** A code that its own checksum or form tells from any number that somebody types. */
function isProven(reading: string): boolean {
  const { kind } = readScan({ readings: [reading] }, '(?!)');
  return kind !== 'damaged' && kind !== 'serial';
}

/** The silence in milliseconds after which `burst` is over, as a scan or as typing. */
export function silenceAfter(burst: readonly Character[], profile: WedgeProfile): number {
  const { medianGapMs, endSilenceMs, prefix } = profile;
  if (burst.length === 1) return medianGapMs + holdMarginMs;
  // Nobody types a prefix: what follows one is waited for, however slow.
  if (isLongEnough(burst, profile) || (prefix && burst.length > prefix.length)) return endSilenceMs;
  return Math.min(endSilenceMs, Math.max(shortBurstSilenceMs, medianGapMs + holdMarginMs));
}

/** By the keys of a US keyboard first, then by characters, then by the keys of a French one; one where they agree. */
export function readingsOf(burst: readonly Character[]): string[] {
  const by = (of: (one: Character) => string): string => burst.map(of).join('');
  return [...new Set([by(({ us }) => us), by(({ key }) => key), by(({ french, key }) => french ?? key)])];
}

function isLongEnough(burst: readonly Character[], { minLength, prefix = '' }: WedgeProfile): boolean {
  const isCommand = readingsOf(burst).some((reading) => reading.startsWith(prefix + commandMark));
  return burst.length - prefix.length >= (isCommand ? commandMinLength : minLength);
}

/** The usual time between two characters of a burst, in milliseconds. */
export const gapOf = (burst: readonly Character[]): number => Math.round(medianGap(burst, true));

/** Of an even number of gaps: the mean of the two in the middle; while a burst is short, the lower one. */
function medianGap(burst: readonly Character[], exact: boolean): number {
  const gaps = burst.slice(1).map(({ atMs }, index) => atMs - (burst[index]?.atMs ?? atMs));
  const sorted = gaps.toSorted((a, b) => a - b);
  const lower = sorted[(sorted.length - 1) >> 1] ?? 0;
  const upper = sorted[sorted.length >> 1] ?? 0;
  return exact ? (lower + upper) / 2 : lower;
}
