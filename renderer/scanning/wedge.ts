import {
  type Character,
  couldBeScan,
  gapOf,
  type HeldKey,
  isScan,
  readingsOf,
  silenceAfter,
  type WedgeProfile,
  wedgeProfile,
} from './burst.ts';
import { frenchCharacter, usCharacter } from './layouts.ts';

/** The fields of a `keydown` that count; `atMs` is its `timeStamp`, which a busy page does not delay. */
export interface WedgeKey {
  readonly code: string;
  readonly key: string;
  readonly atMs: number;
  readonly shiftKey?: boolean;
  readonly altKey?: boolean;
  readonly ctrlKey?: boolean;
  readonly metaKey?: boolean;
  readonly repeat?: boolean;
  readonly isComposing?: boolean;
  readonly capsLock?: boolean;
  /** Whether text can be typed where the focus is. Elsewhere a single key is left to do what it does there. */
  readonly inField?: boolean;
}

/** The same scan by physical keys of a US keyboard and by characters; one reading when they agree. */
export interface WedgeScan {
  readonly readings: readonly string[];
  /** Usual time between two characters. */
  readonly gapMs: number;
}

export interface WedgeOutcome {
  /** In the order they were typed; to be inserted before the default action of the present key. */
  readonly release: readonly HeldKey[];
  readonly scan: WedgeScan | null;
  /** When `flush` is to be called, unless another key comes first; null when nothing is held. */
  readonly flushAtMs: number | null;
}

export interface Wedge {
  key(event: WedgeKey): WedgeOutcome & { readonly preventDefault: boolean };
  /** To be called at `flushAtMs`, with the time it then is; may put itself off by naming a later `flushAtMs`. */
  flush(nowMs: number): WedgeOutcome;
}

/** The Enter some scanners add, late, must not press the button that the scan brought up. */
const enterAfterScanMs = 500;
/** A timer this late was kept by a busy page, whose queue may hold the rest of the scan: let it come first, once. */
const lateTimerMs = 20;
const queueMs = 20;

/** Tells what a keyboard-wedge scanner types from what a person types. Knows no clock and no page. */
export function createWedge(options: { readonly profile?: WedgeProfile } = {}): Wedge {
  return new KeyboardWedge(options.profile ?? wedgeProfile);
}

class KeyboardWedge implements Wedge {
  readonly #profile: WedgeProfile;
  #burst: Character[] = [];
  /** Digits typed on the numeric pad while Alt is down: some scanners send every character as its number. */
  #altDigits = { text: '', atMs: 0 };
  #lastScannedAtMs = -Infinity;
  #waitedForQueue = false;

  constructor(profile: WedgeProfile) {
    this.#profile = profile;
  }

  key(event: WedgeKey): ReturnType<Wedge['key']> {
    this.#waitedForQueue = false;
    const dueAtMs = this.#flushAtMs();
    const past = dueAtMs !== null && event.atMs >= dueAtMs ? this.#end() : nothing;
    const present = this.#take(event);
    return {
      preventDefault: present.preventDefault,
      release: [...past.release, ...present.release],
      scan: past.scan ?? present.scan,
      flushAtMs: this.#flushAtMs(),
    };
  }

  flush(nowMs: number): WedgeOutcome {
    const dueAtMs = this.#flushAtMs();
    if (dueAtMs === null || nowMs < dueAtMs) return { ...nothing, flushAtMs: dueAtMs };
    if (nowMs - dueAtMs > lateTimerMs && !this.#waitedForQueue) {
      this.#waitedForQueue = true;
      return { ...nothing, flushAtMs: nowMs + queueMs };
    }
    return { ...this.#end(), flushAtMs: this.#flushAtMs() };
  }

  #take(event: WedgeKey): Ended & { readonly preventDefault: boolean } {
    if (isModifier(event.key)) {
      // Alt going down again ends the number of one character and begins the next.
      if (event.key === 'Alt' && !event.repeat) this.#endAltDigits();
      return { ...nothing, preventDefault: false };
    }
    if (event.altKey && !event.ctrlKey && /^Numpad\d$/.test(event.code)) {
      this.#altDigits.atMs ||= event.atMs;
      this.#altDigits.text += event.code.slice(-1);
      return { ...nothing, preventDefault: false };
    }
    this.#endAltDigits();
    if (event.key === 'Enter' || event.key === 'Tab') return this.#takeEnd(event);
    // A separator stands inside a scan; alone it is a shortcut of the page.
    const types = isTyped(event) || (isSeparator(event) && this.#burst.length > 0);
    if (!types) return { ...this.#giveUp(), preventDefault: false };
    return this.#takeCharacter(event);
  }

  #takeEnd(event: WedgeKey): Ended & { readonly preventDefault: boolean } {
    const ended = this.#end();
    const late = event.atMs - this.#lastScannedAtMs <= enterAfterScanMs;
    return { ...ended, preventDefault: ended.scan !== null || (late && ended.release.length === 0) };
  }

  #takeCharacter(event: WedgeKey): Ended & { readonly preventDefault: boolean } {
    const shift = event.shiftKey ?? false;
    const key = meantBy(event);
    const us = key === separator ? key : (usCharacter(event.code, shift) ?? key);
    const french =
      event.capsLock && key !== separator ? { french: frenchCharacter(event.code, shift) ?? key } : {};
    const kept = event.inField !== false || this.#burst.length > 0;
    const character: Character = { code: event.code, key, atMs: event.atMs, us, ...french, kept };
    if (couldBeScan([...this.#burst, character], this.#profile)) {
      this.#burst.push(character);
      return { ...nothing, preventDefault: kept };
    }
    const typed = this.#giveUp();
    const alone = { ...character, kept: event.inField !== false };
    if (!couldBeScan([alone], this.#profile)) return { ...typed, preventDefault: false };
    this.#burst = [alone];
    return { ...typed, preventDefault: alone.kept };
  }

  #flushAtMs(): number | null {
    const last = this.#burst.at(-1);
    if (last === undefined) return null;
    return last.atMs + silenceAfter(this.#burst, this.#profile);
  }

  #end(): Ended {
    this.#endAltDigits();
    const burst = this.#burst;
    if (!isScan(burst, this.#profile)) return this.#giveUp();
    this.#burst = [];
    this.#lastScannedAtMs = burst.at(-1)?.atMs ?? -Infinity;
    const { prefix = '' } = this.#profile;
    const readings = readingsOf(burst).flatMap((reading) =>
      reading.startsWith(prefix) ? [reading.slice(prefix.length)] : [],
    );
    return { release: [], scan: { readings, gapMs: gapOf(burst) } };
  }

  #giveUp(): Ended {
    const release = this.#burst.filter(({ kept }) => kept).map(({ code, key }) => ({ code, key }));
    this.#burst = [];
    return { release, scan: null };
  }

  /** The system writes the character itself when Alt goes up, so it is read but never held back. */
  #endAltDigits(): void {
    const { text, atMs } = this.#altDigits;
    this.#altDigits = { text: '', atMs: 0 };
    if (text === '') return;
    const character = String.fromCharCode(Number(text) % 256);
    this.#burst.push({ code: 'AltNumpad', key: character, us: character, atMs, kept: false });
  }
}

type Ended = Omit<WedgeOutcome, 'flushAtMs'>;

const nothing: Ended = { release: [], scan: null };

const isModifier = (key: string): boolean =>
  ['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'NumLock'].includes(key);

/** AltGr arrives as Ctrl and Alt together; a key held down repeats as fast as a scanner. */
function isTyped(event: WedgeKey): boolean {
  if (event.repeat || event.isComposing || event.metaKey) return false;
  if (event.ctrlKey !== event.altKey && (event.ctrlKey || event.altKey)) return false;
  return [...meantBy(event)].length === 1;
}

/** GS1's separator, as most scanners type it: Ctrl with a bracket, or with the 5 of layouts without one. */
const separator = '\u001d';
const isSeparator = (event: WedgeKey): boolean =>
  event.ctrlKey === true &&
  event.altKey !== true &&
  (event.code === 'BracketRight' || event.code === 'Digit5');

/** The keypad's keys are digits to a scanner, even where Num Lock is off. */
function meantBy(event: WedgeKey): string {
  if (isSeparator(event)) return separator;
  const keypad = /^Numpad(\d)$/.exec(event.code)?.[1];
  return keypad !== undefined && event.key.length > 1 ? keypad : event.key;
}
