import type { TileView } from '#contract/basket.ts';
import type { Left } from '#domain/cap.ts';
import { type FamilyId, type Sku, brandAs } from '#domain/ids.ts';
import { cents } from '#domain/money.ts';
import { day } from '#domain/time.ts';
import { badgeOf, groupsOf } from '#renderer/basket/left-badge.ts';
import { isUsedUp, tabsOf, tilesFor } from '#renderer/basket/tiles.ts';
import { countFrom, emptyBoxes, filledWithZeros, withRoll } from '#renderer/ui/controls/cash-count.ts';
import { describe, expect, it } from 'vitest';

const left = (change: Partial<Left>): Left => ({
  family: brandAs<FamilyId>('topup'),
  label: 'Recharges',
  kind: 'cents',
  per: 'calendar-month',
  max: 3_000,
  before: 3_000,
  after: 3_000,
  lastTakenOn: null,
  renewsOn: null,
  ...change,
});
const units = { kind: 'units', per: 'window', max: 1, before: 1, after: 1 } as const;
const tile = (sku: string, tab: string, label: string): TileView => ({
  sku: brandAs<Sku>(sku),
  family: brandAs<FamilyId>('topup'),
  tab,
  label,
  unit: null,
  priceCents: cents(200),
  referenceCents: cents(1_000),
  stock: null,
});

describe('what is left to somebody', () => {
  it('is said in a few words', () => {
    expect(badgeOf(left({}))).toEqual({ kind: 'credit', tone: 'good' });
    expect(badgeOf(left({ after: 1_000 }))).toEqual({ kind: 'credit', tone: 'warn' });
    expect(badgeOf(left({ ...units }))).toEqual({ kind: 'possible', tone: 'good' });
    expect(badgeOf(left({ ...units, per: 'calendar-month' }))).toEqual({ kind: 'still', tone: 'good' });
    expect(badgeOf(left({ ...units, after: 0 }))).toEqual({ kind: 'in-basket', tone: 'off' });
    const taken = left({ ...units, before: 0, after: 0, lastTakenOn: day('2026-10-02') });
    expect(badgeOf(taken)).toEqual({ kind: 'taken-on', tone: 'off' });
  });

  it('stands in two groups: this month, during the rights', () => {
    const all = [left({}), left({ ...units })];
    expect(groupsOf(all)).toEqual({ month: [all[0]], rights: [all[1]] });
  });
});

describe('product tiles', () => {
  const tiles = [
    tile('A', 'Télécom', 'Recharge 10 €'),
    tile('B', 'Téléphones', 'Téléphone simple'),
    tile('C', 'Télécom', 'Clé 4G'),
  ];

  it('stand under their tabs, and are found across them without accents', () => {
    expect(tabsOf(tiles)).toEqual(['Télécom', 'Téléphones']);
    expect(tilesFor(tiles, { text: '', tab: 'Télécom' }).map((one) => one.sku)).toEqual(['A', 'C']);
    expect(tilesFor(tiles, { text: 'telephone SIMPLE', tab: 'Télécom' }).map((one) => one.sku)).toEqual([
      'B',
    ]);
  });

  it('turn pale where what is left does not allow them', () => {
    expect(isUsedUp(tile('A', 'x', 'y'), [left({ after: 999 })])).toBe(true);
    expect(isUsedUp(tile('A', 'x', 'y'), [left({ after: 1_000 })])).toBe(false);
    expect(isUsedUp(tile('A', 'x', 'y'), [])).toBe(false);
  });
});

describe('counting cash', () => {
  it('keeps what was not counted apart from zero', () => {
    const texts = { 5000: '1', 1: '0', 2: '' };
    expect(countFrom(texts)).toEqual({ 5000: 1, 1: 0 });
    expect(emptyBoxes(texts)).toContain(2);
    expect(emptyBoxes(filledWithZeros(texts))).toEqual([]);
  });

  it('adds a roll of coins to the loose ones', () => {
    expect(withRoll({ 200: '3' }, 200)).toEqual({ 200: '28' });
    expect(withRoll({}, 5)).toEqual({ 5: '50' });
  });
});
