import type { StockRow, UnitRow } from '#contract/stock.ts';
import type { Sku, UnitKey } from '#domain/ids.ts';
import { quantityIn } from '#renderer/stock/quantity.ts';
import { counted, isOfPerson, unitAmong } from '#renderer/stock/scanned-unit.ts';
import { productsByFamily, unitsByGroup, unitsWith } from '#renderer/stock/unit-groups.ts';
import { describe, expect, it } from 'vitest';

const unit = (key: string, text: string, status: UnitRow['status'] = 'available'): UnitRow => ({
  key: key as UnitKey,
  text,
  status,
  receivedOn: null,
  soldOn: null,
  testedAndWiped: false,
  donor: null,
  receivedAtSale: false,
});
const card = unit('8933100004200000000', '89331000042000000005');
const laptop = unit('PASM25-0100', 'PASM25-0100');

describe('a scan in the stock', () => {
  it('finds a card by its 20 digits, by 19, and with spaces', () => {
    const found = ['89331000042000000005', '8933100004200000000', '8933 1000 0420 0000 0005'].map(
      (text) => unitAmong([laptop, card], [text])?.text,
    );
    expect(found).toEqual([card.text, card.text, card.text]);
  });

  it('finds a label whatever its capitals, and by the second reading', () => {
    expect(unitAmong([card, laptop], ['pqsm25-0100', 'pasm25-0100'])).toBe(laptop);
  });

  it('finds nothing for what is not there', () => {
    expect(unitAmong([card, laptop], ['PASM25-0999'])).toBeNull();
  });

  it('leaves member cards and referrals to the desk', () => {
    expect([['4711082307'], ['CR1.abc'], [card.text], ['PASM25-0100']].map(isOfPerson)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('counts an article once, however it is written', () => {
    const once = counted([], card.text) ?? [];
    expect(once).toEqual([card.text]);
    expect(counted(once, '8933 1000 0420 0000 0005')).toBeNull();
    expect(counted(once, 'PASM25-0100')).toEqual(['PASM25-0100', card.text]);
  });
});

describe('the list of units', () => {
  it('puts every state in one group', () => {
    const statuses = ['received', 'available', 'returned', 'blocked', 'sold', 'written-off'] as const;
    const groups = unitsByGroup(statuses.map((status) => unit(status, status, status)));
    expect(Object.fromEntries(Object.entries(groups).map(([name, units]) => [name, units.length]))).toEqual({
      here: 2,
      aside: 2,
      sold: 1,
      out: 1,
    });
  });

  it('finds by the last digits, spaces or not', () => {
    expect(unitsWith([card, laptop], '00 05')).toEqual([card]);
    expect(unitsWith([card, laptop], ' ')).toEqual([card, laptop]);
  });
});

describe('the list of products', () => {
  const row = (sku: string, label: string, family: string): StockRow => ({
    sku: sku as Sku,
    label,
    family,
    unit: null,
    reconditioned: false,
    available: 0,
    blocked: 0,
    soldHereUnreceived: 0,
  });
  const rows = [row('A', 'Clé Internet 4G', 'Clés'), row('B', 'Recharge 5 €', 'Recharges')];

  it('is found by any word, accents or not', () => {
    expect(productsByFamily(rows, 'internet cle').map(({ family }) => family)).toEqual(['Clés']);
    expect(productsByFamily(rows, '').map(({ family }) => family)).toEqual(['Clés', 'Recharges']);
    expect(productsByFamily(rows, 'cle recharge')).toEqual([]);
  });
});

it('does not take an empty quantity for zero', () => {
  expect(['', '0', '12', '123456'].map(quantityIn)).toEqual([null, 0, 12, null]);
});
