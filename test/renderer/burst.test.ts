import { describe, expect, it } from 'vitest';
import {
  type Character,
  type WedgeProfile,
  couldBeScan,
  gapOf,
  isScan,
  learningProfile,
  profileFor,
  readingsOf,
  silenceAfter,
  wedgeProfile,
} from '#renderer/scanning/burst.ts';
import { createWedge } from '#renderer/scanning/wedge.ts';

/** Keys with these gaps between them; the first comes at 0. */
function burst(text: string, ...gaps: readonly number[]): Character[] {
  let atMs = 0;
  return [...text].map((key, index) => {
    atMs += index === 0 ? 0 : (gaps[index - 1] ?? gaps.at(-1) ?? 10);
    return { code: `Key${key}`, key, us: key, atMs, kept: true };
  });
}

const slow = profileFor({ kind: 'slow' });
const prefixed = profileFor({ kind: 'prefix', prefix: '=' });

describe('the rhythm of a scan', () => {
  it('is one up to the profile’s median gap, and typing one millisecond above', () => {
    expect([isScan(burst('471234', 50), wedgeProfile), isScan(burst('471234', 51), wedgeProfile)]).toEqual([
      true,
      false,
    ]);
    expect([couldBeScan(burst('47', 50), wedgeProfile), couldBeScan(burst('47', 51), wedgeProfile)]).toEqual([
      true,
      false,
    ]);
  });

  it('is the middle of its gaps: half of them may be slow, whichever they are', () => {
    expect(isScan(burst('471234', 10, 10, 10, 400, 400), wedgeProfile)).toBe(true);
    expect(isScan(burst('471234', 400, 400, 10, 10, 10), wedgeProfile)).toBe(true);
    expect(isScan(burst('471234', 10, 10, 400, 400, 400), wedgeProfile)).toBe(false);
  });

  it('with an even number of gaps is the mean of the two in the middle, once it is long enough', () => {
    expect(gapOf(burst('47123', 10, 20, 60, 90))).toBe(40);
    expect(isScan(burst('4712345', 1, 1, 40, 60, 90, 90), wedgeProfile)).toBe(true);
    expect(isScan(burst('4712345', 1, 1, 40, 61, 90, 90), wedgeProfile)).toBe(false);
    // While it is short, one slow gap of two does not end it.
    expect(couldBeScan(burst('471', 10, 100), wedgeProfile)).toBe(true);
  });

  it('of one key, or of none between keys, is no gap', () => {
    expect([gapOf(burst('4')), gapOf(burst('4712', 0))]).toEqual([0, 0]);
  });
});

describe('the length of a scan', () => {
  it('is at least the profile’s, and three for a command', () => {
    const fast = (text: string): boolean => isScan(burst(text, 10), wedgeProfile);
    expect(['47123', '471234', '!O', '!OK', 'OK!'].map(fast)).toEqual([false, true, false, true, false]);
  });

  it('does not count the prefix, of a command either', () => {
    const fast = (text: string): boolean => isScan(burst(text, 10), prefixed);
    expect(['=47123', '=471234', '=!O', '=!OK'].map(fast)).toEqual([false, true, false, true]);
  });
});

describe('the silence that ends a burst', () => {
  it.each<[string, Character[], WedgeProfile, number]>([
    ['one key alone', burst('4'), wedgeProfile, 60],
    ['two keys', burst('47'), wedgeProfile, 110],
    ['one key less than a scan', burst('47123'), wedgeProfile, 110],
    ['a scan', burst('471234'), wedgeProfile, 150],
    ['a command', burst('!OK'), wedgeProfile, 150],
    ['one key of a slow scanner', burst('4'), slow, 130],
    ['two keys of a slow scanner', burst('47'), slow, 130],
    ['a scan of a slow scanner', burst('47123456'), slow, 250],
    ['the prefix alone', burst('='), prefixed, 210],
    ['the prefix and a key', burst('=4'), prefixed, 500],
    ['keys without the prefix of one', burst('47'), wedgeProfile, 110],
    ['a scanner that is being learnt', burst('471'), learningProfile, 600],
  ])('%s', (_what, keys, profile, silenceMs) => {
    expect(silenceAfter(keys, profile)).toBe(silenceMs);
  });
});

describe('a slow scanner', () => {
  it('sends digits that a checksum proves; any others were typed', () => {
    const scanned = (text: string): boolean => isScan(burst(text, 100), slow);
    // A member card, the same with a wrong check digit, a telephone number, an EAN.
    expect(['4712345679', '4712345678', '0612345678', '2000000000022'].map(scanned)).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  it('never holds back letters, and digits only while they may be one', () => {
    expect(couldBeScan(burst('4a', 100), slow)).toBe(false);
    expect(couldBeScan(burst('47', 120), slow)).toBe(true);
    expect(couldBeScan(burst('47', 121), slow)).toBe(false);
  });
});

describe('a prefix', () => {
  it('is told from typing at its first key', () => {
    expect(couldBeScan(burst('='), prefixed)).toBe(true);
    expect(couldBeScan(burst('4'), prefixed)).toBe(false);
    expect(couldBeScan(burst('=4', 200), prefixed)).toBe(true);
    expect(couldBeScan(burst('=4', 201), prefixed)).toBe(false);
  });
});

it('two readings that agree are one', () => {
  const french = burst('12').map((one) => ({ ...one, key: one.key === '1' ? '&' : 'é' }));
  expect([readingsOf(burst('12')), readingsOf(french)]).toEqual([['12'], ['12', '&é']]);
});

it('each choice of a desk is a profile of its own', () => {
  expect(profileFor({ kind: 'usual' })).toEqual({ medianGapMs: 50, minLength: 6, endSilenceMs: 150 });
  expect(slow).toEqual({ medianGapMs: 120, minLength: 8, endSilenceMs: 250, provenDigits: true });
  expect(prefixed).toEqual({ medianGapMs: 200, minLength: 6, endSilenceMs: 500, prefix: '=' });
});

describe('the Enter that comes after a scan', () => {
  const keys = burst('4712345678', 10);
  const last = keys.at(-1)?.atMs ?? 0;
  const enterAt = (atMs: number): boolean => {
    const wedge = createWedge();
    for (const key of keys) wedge.key(key);
    expect(wedge.flush(last + 150).scan).not.toBeNull();
    return wedge.key({ code: 'Enter', key: 'Enter', atMs }).preventDefault;
  };

  it('presses nothing up to half a second after its last key', () => {
    expect([enterAt(last + 160), enterAt(last + 500), enterAt(last + 501)]).toEqual([true, true, false]);
  });

  it('is a person’s when they typed something in between', () => {
    const wedge = createWedge();
    for (const key of keys) wedge.key(key);
    wedge.flush(last + 150);
    wedge.key({ code: 'KeyA', key: 'a', atMs: last + 200 });
    const enter = wedge.key({ code: 'Enter', key: 'Enter', atMs: last + 250 });
    expect(enter).toMatchObject({ preventDefault: false, release: [{ key: 'a' }], scan: null });
  });
});

describe('a timer', () => {
  it('that comes early ends nothing, one on time ends the burst', () => {
    const wedge = createWedge();
    wedge.key({ code: 'KeyA', key: 'a', atMs: 0 });
    expect(wedge.flush(59)).toEqual({ release: [], scan: null, flushAtMs: 60 });
    expect(wedge.flush(60)).toEqual({ release: [{ code: 'KeyA', key: 'a' }], scan: null, flushAtMs: null });
    expect(wedge.flush(61)).toEqual({ release: [], scan: null, flushAtMs: null });
  });

  it('that is more than 20 ms late waits for the queue once, and not twice', () => {
    const wedge = createWedge();
    wedge.key({ code: 'KeyA', key: 'a', atMs: 0 });
    expect(wedge.flush(81)).toEqual({ release: [], scan: null, flushAtMs: 101 });
    expect(wedge.flush(200)).toMatchObject({ release: [{ key: 'a' }], flushAtMs: null });
    const other = createWedge();
    other.key({ code: 'KeyA', key: 'a', atMs: 0 });
    expect(other.flush(80)).toMatchObject({ release: [{ key: 'a' }], flushAtMs: null });
  });
});
