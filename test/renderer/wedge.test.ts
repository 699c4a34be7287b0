import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readScan } from '#domain/nomenclature.ts';
import type { WedgeProfile } from '#renderer/scanning/burst.ts';
import { usCharacter } from '#renderer/scanning/layouts.ts';
import { createWedge, type Wedge, type WedgeKey, type WedgeOutcome } from '#renderer/scanning/wedge.ts';

/** `code` and `key` of a keyboard where both agree: a US one. */
const codes = new Map<string, { code: string; shiftKey: boolean }>();
for (const name of [
  ...[...'0123456789'].map((digit) => `Digit${digit}`),
  ...[...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => `Key${letter}`),
  'Minus',
  'Period',
  'Slash',
  'Equal',
  'Space',
]) {
  for (const shiftKey of [true, false])
    codes.set(usCharacter(name, shiftKey) ?? '', { code: name, shiftKey });
}
const azerty = '&é"\'(-è_çà';

const onUs = (key: string): Omit<WedgeKey, 'atMs'> => ({ key, ...(codes.get(key) ?? { code: '' }) });
/** A scanner set to a US keyboard, plugged into a French one. */
const onFrench = (key: string): Omit<WedgeKey, 'atMs'> => {
  const french = { a: 'q', q: 'a', z: 'w', w: 'z' }[key.toLowerCase()];
  if (/\d/.test(key)) return { ...onUs(key), key: azerty[(Number(key) + 9) % 10] ?? key };
  if (key === '!') return { ...onUs(key), key: '1' };
  return french
    ? { ...onUs(key), key: key === key.toUpperCase() ? french.toUpperCase() : french }
    : onUs(key);
};

/** A page with one text field: what a listener does with the wedge, on a clock of its own. */
class Desk {
  field = '';
  readonly scans: (readonly string[])[] = [];
  entersAccepted = 0;
  nowMs = 1_000;
  readonly #wedge: Wedge;

  constructor(profile?: WedgeProfile) {
    this.#wedge = createWedge(profile ? { profile } : {});
  }

  press(key: Omit<WedgeKey, 'atMs'>, gapMs: number): this {
    this.wait(gapMs);
    const outcome = this.#wedge.key({ ...key, atMs: this.nowMs });
    this.#apply(outcome);
    if (outcome.preventDefault) return this;
    if (key.key.length === 1 && !key.ctrlKey) this.field += key.key;
    if (key.key === 'Enter') this.entersAccepted += 1;
    return this;
  }

  type(text: string, gapMs: number, layout = onUs): this {
    for (const key of text) this.press(layout(key), gapMs);
    return this;
  }

  enter(gapMs = 10): this {
    return this.press({ code: 'Enter', key: 'Enter' }, gapMs);
  }

  wait(ms: number): this {
    const untilMs = this.nowMs + ms;
    for (;;) {
      const dueAtMs = this.#wedge.flush(this.nowMs).flushAtMs;
      if (dueAtMs === null || dueAtMs >= untilMs) break;
      this.nowMs = dueAtMs;
      this.#apply(this.#wedge.flush(this.nowMs));
    }
    this.nowMs = untilMs;
    return this;
  }

  #apply({ release, scan }: WedgeOutcome): void {
    this.field += release.map(({ key }) => key).join('');
    if (scan) this.scans.push(scan.readings);
  }
}

describe('a scan', () => {
  test('never lands in the field, whether Enter, Tab or silence ends it', () => {
    for (const end of ['Enter', 'Tab', 'silence']) {
      const desk = new Desk().type('4712345678', 10);
      if (end === 'silence') desk.wait(200);
      else desk.press({ code: end, key: end }, 10);
      expect([desk.scans, desk.field, desk.entersAccepted]).toEqual([[['4712345678']], '', 0]);
    }
  });

  test('on a French keyboard is read by physical keys and by characters', () => {
    const desk = new Desk().type('893310', 10, onFrench).enter();
    expect(desk.scans).toEqual([['893310', '_ç""&à']]);
  });

  test('of a scanner set to French reads right by characters', () => {
    const desk = new Desk();
    for (const key of '47123456') desk.press({ code: `Digit${key}`, key, shiftKey: true }, 10);
    expect(desk.enter().scans).toEqual([['$&!@#$%^', '47123456']]);
  });

  test.each([
    ['!EXACT', 'exact'],
    ['!OK', 'ok'],
    ['!NEXT', 'next'],
    ['!BACK', 'back'],
  ])('of the command %s is understood on both keyboards', (text, command) => {
    for (const layout of [onUs, onFrench]) {
      const [readings = []] = new Desk().type(text, 10, layout).enter().scans;
      expect(readScan({ readings }, 'x^')).toEqual({ kind: 'command', command });
    }
  });

  test('keeps its capitals although Shift is pressed between', () => {
    const desk = new Desk();
    for (const key of 'PAR-1-X') {
      if (/[A-Z]/.test(key)) desk.press({ code: 'ShiftLeft', key: 'Shift' }, 5);
      desk.press(onUs(key), 5);
    }
    expect(desk.enter().scans).toEqual([['PAR-1-X']]);
  });

  test('survives one slow key of 100 ms', () => {
    const desk = new Desk().type('471', 10).type('2', 100).type('345678', 10).enter();
    expect([desk.scans, desk.field]).toEqual([[['4712345678']], '']);
  });

  test('right after typing leaves the typed words in the field', () => {
    const desk = new Desk().type('martin', 120).wait(70).type('4712345678', 10).enter();
    expect([desk.field, desk.scans]).toEqual(['martin', [['4712345678']]]);
    const hasty = new Desk().type('martin', 90).wait(45).type('4712345678', 8).enter();
    expect([hasty.field, hasty.scans]).toEqual(['martin', [['4712345678']]]);
  });

  test('right after another scan is another scan', () => {
    const desk = new Desk().type('4712345678', 10).wait(160).type('893310', 10).enter();
    expect(desk.scans).toEqual([['4712345678'], ['893310']]);
  });

  test('is followed by an Enter that presses nothing for half a second', () => {
    const desk = new Desk().type('4712345678', 10).enter();
    expect(desk.enter(200).enter(200).entersAccepted).toBe(0);
    expect(desk.enter(200).entersAccepted).toBe(1);
  });

  test('is not cut by a timer that a busy page fired late, before the keys in its queue', () => {
    const wedge = createWedge();
    const [first, ...others] = [...'4712345678'].map((key, index) => ({ ...onUs(key), atMs: index * 10 }));
    expect(first && wedge.key(first).flushAtMs).toBe(60);
    expect(wedge.flush(300)).toEqual({ release: [], scan: null, flushAtMs: 320 });
    for (const key of others) expect(wedge.key(key).release).toEqual([]);
    expect(wedge.key({ code: 'Enter', key: 'Enter', atMs: 100 }).scan).toMatchObject({
      readings: ['4712345678'],
    });
  });

  test('of a scanner that sends Alt and numbers is read', () => {
    const desk = new Desk();
    for (const character of '471234') {
      desk.press({ code: 'AltLeft', key: 'Alt' }, 2);
      for (const digit of `0${character.charCodeAt(0)}`) {
        desk.press({ code: `Numpad${digit}`, key: 'Unidentified', altKey: true }, 2);
      }
    }
    expect(desk.enter().scans).toEqual([['471234']]);
  });
});

describe('typing', () => {
  test('one key reaches the field within 60 ms', () => {
    const desk = new Desk().type('a', 100).wait(59);
    expect(desk.field).toBe('');
    expect(desk.wait(2).field).toBe('a');
  });

  test('at 80 to 100 ms between keys is never a scan and never lost', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...'martin-0612'), fc.integer({ min: 80, max: 100 }))),
        (keys) => {
          const desk = new Desk();
          for (const [key, gapMs] of keys) desk.press(onUs(key), gapMs);
          desk.enter(80);
          expect([desk.field, desk.scans]).toEqual([keys.map(([key]) => key).join(''), []]);
        },
      ),
    );
  });

  test('is never lost or put in another order, whatever its rhythm', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...'abc0123-'), fc.integer({ min: 1, max: 300 }))),
        (keys) => {
          const desk = new Desk();
          const typed = keys.map(([key]) => key).join('');
          for (const [key, gapMs] of keys) desk.press(onUs(key), gapMs);
          desk.wait(1_000);
          let rest = typed;
          for (const part of desk.scans.flatMap((readings) => readings.slice(0, 1)))
            rest = rest.replace(part, '');
          expect([...desk.field].toSorted()).toEqual([...rest].toSorted());
          if (desk.scans.length === 0) expect(desk.field).toBe(typed);
        },
      ),
    );
  });

  test('Enter after a short fast word finds the word in the field', () => {
    const desk = new Desk().type('ok', 30).enter(30);
    expect([desk.field, desk.entersAccepted]).toEqual(['ok', 1]);
  });

  test('a key held down repeats into the field', () => {
    const desk = new Desk().press(onUs('a'), 100);
    for (let time = 0; time < 20; time += 1) desk.press({ ...onUs('a'), repeat: true }, 30);
    expect([desk.wait(500).field, desk.scans]).toEqual(['a'.repeat(21), []]);
  });

  test('shortcuts, dead keys and arrows are left to the page, after what was typed', () => {
    const wedge = createWedge();
    wedge.key({ ...onUs('a'), atMs: 0 });
    const keys = [
      { code: 'KeyC', key: 'c', ctrlKey: true },
      { code: 'BracketLeft', key: 'Dead' },
      { code: 'ArrowLeft', key: 'ArrowLeft' },
      { code: 'KeyE', key: 'e', isComposing: true },
    ];
    const outcomes = keys.map((key, index) => wedge.key({ ...key, atMs: 10 + index }));
    expect(outcomes.map(({ preventDefault }) => preventDefault)).toEqual([false, false, false, false]);
    expect(outcomes.flatMap(({ release }) => release)).toEqual([{ code: 'KeyA', key: 'a' }]);
  });

  test('a character of AltGr is a character', () => {
    const desk = new Desk().press({ code: 'Digit0', key: '@', altKey: true, ctrlKey: true }, 100).wait(100);
    expect(desk.field).toBe('@');
  });

  test('outside a field a single key still does what it does there', () => {
    const wedge = createWedge();
    expect(wedge.key({ ...onUs(' '), atMs: 0, inField: false })).toEqual({
      preventDefault: false,
      release: [],
      scan: null,
      flushAtMs: 60,
    });
    expect(wedge.flush(60)).toEqual({ release: [], scan: null, flushAtMs: null });
  });
});

describe('the profile of a scanner', () => {
  const slow: WedgeProfile = { medianGapMs: 120, minLength: 6, endSilenceMs: 200 };

  test('a prefix is taken off, and keys that do not begin with it are not held back', () => {
    const desk = new Desk({ ...slow, prefix: '=' });
    expect(desk.type('m', 100).field).toBe('m');
    expect(desk.type('=4712345678', 80).enter().scans).toEqual([['4712345678']]);
    expect(desk.field).toBe('m');
  });

  test('digits that somebody types as fast as a slow scanner reach the field, unless a checksum proves them', () => {
    const desk = new Desk({ ...slow, provenDigits: true }).type('0612345678', 90).wait(500);
    expect([desk.field, desk.scans]).toEqual(['0612345678', []]);
    expect(desk.type('1234', 90).enter().field).toBe('06123456781234');
  });

  test('a slow scanner of digits is told from a typist of letters', () => {
    const desk = new Desk({ ...slow, provenDigits: true }).type('martin', 80);
    expect(desk.field).toBe('martin');
    expect(desk.wait(500).type('4712345679', 80, onFrench).enter().scans[0]?.[0]).toBe('4712345679');
  });
});

describe('what scanners are set to', () => {
  test('a separator sent as Ctrl and a bracket stands inside the scan; alone it is the page’s', () => {
    const bracket = { code: 'BracketRight', key: ']', ctrlKey: true };
    const desk = new Desk().type('0102000000000138', 10).press(bracket, 10).type('10LOT5', 10).enter();
    expect(desk.scans).toEqual([['0102000000000138\u001d10LOT5']]);
    expect(desk.field).toBe('');
    const alone = new Desk();
    alone.press(bracket, 400);
    alone.wait(500);
    expect([alone.scans, alone.field]).toEqual([[], '']);
  });

  test('a French scanner under Caps Lock is read by its keys', () => {
    const keys = [
      { code: 'KeyP', shiftKey: true, key: 'p' },
      { code: 'KeyQ', shiftKey: true, key: 'a' },
      { code: 'KeyS', shiftKey: true, key: 's' },
      { code: 'Semicolon', shiftKey: true, key: 'm' },
      { code: 'Digit2', shiftKey: true, key: 'é' },
      { code: 'Digit5', shiftKey: true, key: '(' },
      { code: 'Digit6', key: '6' },
      ...['0', '1', '0', '0'].map((digit) => ({ code: `Digit${digit}`, shiftKey: true, key: 'à' })),
    ];
    const desk = new Desk();
    for (const key of keys) desk.press({ ...key, capsLock: true }, 10);
    desk.enter();
    const [readings = []] = desk.scans;
    expect(readScan({ readings }, String.raw`^[A-Z]{2}SM2\d-\d{4}$`)).toMatchObject({
      kind: 'device-label',
      label: 'PASM25-0100',
    });
  });

  test('a scanner on the keypad is read where Num Lock is off', () => {
    const keys = {
      4: 'ArrowLeft',
      7: 'Home',
      1: 'End',
      0: 'Insert',
      8: 'ArrowUp',
      2: 'ArrowDown',
      3: 'PageDown',
    };
    const desk = new Desk();
    for (const digit of '4711082307')
      desk.press({ code: `Numpad${digit}`, key: keys[Number(digit) as keyof typeof keys] }, 10);
    desk.enter();
    expect(desk.scans).toEqual([['4711082307']]);
  });
});
