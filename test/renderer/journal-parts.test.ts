import type { OperatorCode } from '#domain/ids.ts';
import { newAgeIdentity } from '#exchange/seal-batch.ts';
import { everyEvent, faultsOf, filterFrom } from '#renderer/journal/event-filter.ts';
import { keyInFours, keyTyped } from '#renderer/journal/recovery-key.ts';
import { sizeOf } from '#renderer/journal/size-words.ts';
import { articleKinds, nextOf } from '#renderer/training/articles.ts';
import { worldOf } from '#renderer/training/use-fresh-world.ts';
import { instant } from '#domain/time.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

/** Opens nothing: made for this test. */
const key = 'AGE-SECRET-KEY-1FG3JCDC2Q9KN68XVLE8L6J94T68PDDWMNRNZZ2ZY9JK7GSAE7PZS76VYWM';

describe('a recovery key', () => {
  it('is taken as people copy it: spaces, small letters, other dashes', () => {
    const copies = [
      key,
      ` ${key.toLowerCase()} `,
      key.replace(/(.{8})/g, '$1 '),
      key.replaceAll('-', ' – '),
      key.replaceAll('-', ''),
    ];
    for (const copy of copies) expect(keyTyped(copy)).toEqual({ key, fault: null, off: 0 });
  });

  it('is read right where a sign looks like another that it never has', () => {
    expect(keyTyped(key.replaceAll('0', 'O').replaceAll('8', 'B')).key).toBe(key);
    expect(keyTyped(`AGE-SECRET-KEY-l${key.slice(16).replaceAll('L', 'I')}`).key).toBe(key);
  });

  it('is shown in fours, to be compared with the paper', () => {
    expect(keyInFours(key.slice(0, 26))).toBe('AGE-SECRET-KEY-1 FG3J CDC2 Q9');
    expect(keyInFours('AGE')).toBe('AGE');
  });

  it('says what is still wrong', () => {
    expect(['', 'Z', 'AGE-SECRET', key.slice(0, -3), `${key}QQ`].map((text) => keyTyped(text))).toMatchObject(
      [
        { fault: 'empty' },
        { fault: 'start' },
        { fault: 'start' },
        { fault: 'short', off: 3 },
        { fault: 'long', off: 2 },
      ],
    );
  });

  it('is never complete with one sign wrong', () => {
    const signs = 'QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L';
    fc.assert(
      fc.property(fc.integer({ min: 16, max: key.length - 1 }), fc.constantFrom(...signs), (at, sign) => {
        fc.pre(key[at] !== sign);
        expect(keyTyped(key.slice(0, at) + sign + key.slice(at + 1)).fault).toBe('mistyped');
      }),
    );
  });

  it('is every key that set-up makes', async () => {
    for (let made = 0; made < 20; made += 1) {
      const { identity } = await newAgeIdentity();
      expect(keyTyped(identity)).toEqual({ key: identity, fault: null, off: 0 });
    }
  });
});

describe('a filter of events', () => {
  it('narrows by what is chosen and by whole dates only', () => {
    const typed = { ...everyEvent, group: 'drawer', operator: 'E01' as OperatorCode } as const;
    expect(filterFrom(everyEvent)).toEqual({ group: null, operator: null, from: null, until: null });
    expect(filterFrom({ ...typed, from: '03/05/2026', until: '31/12/20' })).toEqual({
      group: 'drawer',
      operator: 'E01',
      from: '2026-05-03',
      until: null,
    });
  });

  it('says which date is wrong, and leaves it out', () => {
    const wrong = { ...everyEvent, from: '31/02/2026', until: '1/1/2026' };
    expect(faultsOf(wrong)).toEqual({ from: 'badDate', until: null });
    const backwards = { ...everyEvent, from: '03/05/2026', until: '02/05/2026' };
    expect(faultsOf(backwards)).toEqual({ from: null, until: 'backwards' });
    expect(filterFrom(backwards).until).toBeNull();
    expect(faultsOf({ ...everyEvent, from: '31/1' })).toEqual({ from: null, until: null });
  });
});

it('says sizes in the unit that people know', () => {
  expect([10, 2_048, 1_500_000, 52_428_800].map((bytes) => sizeOf(bytes))).toEqual([
    { unit: 'kilobytes', size: 1 },
    { unit: 'kilobytes', size: 2 },
    { unit: 'megabytes', size: 1.4 },
    { unit: 'megabytes', size: 50 },
  ]);
});

describe('a training', () => {
  it('shows like articles once, and scans each of them in its turn', () => {
    const kinds = articleKinds([
      { label: 'Carte SIM', text: 'A' },
      { label: 'Téléphone', text: 'B' },
      { label: 'Carte SIM', text: 'C' },
    ]);
    expect(kinds.map(({ label }) => label)).toEqual(['Carte SIM', 'Téléphone']);
    const [sim] = kinds;
    expect(sim && [nextOf(sim), nextOf(sim), nextOf(sim)]).toEqual(['A', 'C', 'A']);
  });

  it('is another world each time', () => {
    const tray = { people: [], articles: [] };
    const since = ['2026-11-22T09:00:00.000Z', '2026-11-22T10:00:00.000Z'].map(instant);
    expect([
      worldOf({ training: null }),
      ...since.map((at) => worldOf({ training: { since: at, tray } })),
    ]).toEqual(['real', ...since]);
  });
});
