import type { TileView } from '#contract/basket.ts';
import type { TicketView } from '#contract/ticket.ts';
import {
  type FamilyId,
  type LineId,
  type SaleId,
  type Sku,
  type TicketNumber,
  brandAs,
} from '#domain/ids.ts';
import { cents } from '#domain/money.ts';
import { instant } from '#domain/time.ts';
import { priceStateOf, pricedLines } from '#renderer/ticket/price-correction.ts';
import type { TicketLine } from '#renderer/ticket/return-choice.ts';
import { timelineOf } from '#renderer/ticket/timeline.ts';
import {
  type BackChoice,
  askedBack,
  backCentsOf,
  backScan,
  nothingBack,
  paidTiles,
  problemOfBack,
} from '#renderer/ticket/without-ticket-choice.ts';
import { describe, expect, it } from 'vitest';

const at = (hour: string) => instant(`2026-11-22T${hour}:00:00.000Z`);
const saleId = (text: string): SaleId => brandAs<SaleId>(text);
const back = (id: string, total: number) => ({
  saleId: saleId(id),
  number: brandAs<TicketNumber>(`n-${id}`),
  totalCents: cents(total),
  by: 'Nadia',
});

describe('the history of a ticket', () => {
  const ticket: Pick<TicketView, 'copies' | 'corrections' | 'returns'> = {
    copies: [
      { copy: 1, at: at('10'), by: 'Awa', reason: 'asked' },
      { copy: 2, at: at('15'), by: 'Awa', reason: 'paper-jam' },
    ],
    corrections: [
      { at: at('12'), by: 'Nadia', reason: 'wrong-person', change: { what: 'person', from: null, to: null } },
    ],
    returns: [
      { ...back('r1', -500), at: at('11'), ofPrice: false },
      { ...back('r2', -300), at: at('13'), ofPrice: true },
    ],
  };

  it('is one line of time, whatever happened', () => {
    expect(timelineOf(ticket).map((one) => `${one.kind} ${one.at.slice(11, 13)} ${one.by}`)).toEqual([
      'copy 10 Awa',
      'return 11 Nadia',
      'correction 12 Nadia',
      'price 13 Nadia',
      'copy 15 Awa',
    ]);
  });
});

describe('a price that was too high', () => {
  const line = (lineId: string, unitPrice: number, quantity = 1, returned = 0): TicketLine =>
    ({
      lineId: brandAs<LineId>(lineId),
      label: 'Recharge',
      unitPriceCents: cents(unitPrice),
      quantity,
      returned,
    }) as TicketLine;
  const sim = line('sim', 500);

  it('is one that was paid, for something that is still sold', () => {
    const lines = [sim, line('gone', 500, 1, 1), line('free', 0)];
    expect(pricedLines({ lines }).map((one) => one.lineId)).toEqual(['sim']);
  });

  it('asks for the line, the right price, then the reason', () => {
    expect(priceStateOf(null, '', null)).toEqual({ kind: 'line' });
    expect(priceStateOf(sim, '', null)).toEqual({ kind: 'price' });
    expect(priceStateOf(sim, '3', null)).toEqual({ kind: 'reason' });
  });

  it('only becomes lower', () => {
    expect(priceStateOf(sim, '5', 'wrong-product')).toEqual({ kind: 'not-lower' });
    expect(priceStateOf(sim, '6', 'wrong-product')).toEqual({ kind: 'not-lower' });
    expect(priceStateOf(sim, '0', 'promise-kept')).toMatchObject({ kind: 'ready', unitPriceCents: 0 });
  });

  it('gives back the difference on everything of the line that is left', () => {
    expect(priceStateOf(line('topup', 400, 3, 1), '2,50', 'wrong-price-list')).toMatchObject({
      kind: 'ready',
      unitPriceCents: 250,
      backCents: 300,
    });
  });
});

describe('what comes back without its ticket', () => {
  const tile = (part: Partial<TileView>): TileView => ({
    sku: brandAs<Sku>('TOPUP'),
    family: brandAs<FamilyId>('topup'),
    tab: 'Recharges',
    label: 'Recharge 20 €',
    unit: null,
    priceCents: cents(400),
    referenceCents: cents(2_000),
    stock: null,
    ...part,
  });
  const back = (part: Partial<BackChoice>): BackChoice => ({ ...nothingBack, ...part });

  it('is something that is paid for', () => {
    expect(paidTiles([tile({}), tile({ priceCents: cents(0) })])).toHaveLength(1);
  });

  it('is said in order: the product, its number where it has one, its state', () => {
    const sim = tile({ unit: 'iccid' });
    expect(problemOfBack(nothingBack)).toBe('product');
    expect(problemOfBack(back({ tile: sim }))).toBe('unit');
    expect(problemOfBack(back({ tile: sim, unit: '8933' }))).toBe('condition');
    expect(problemOfBack(back({ tile: tile({}) }))).toBe('condition');
    expect(problemOfBack(back({ tile: tile({}), condition: 'faulty' }))).toBeNull();
  });

  it('is paid back at the price of today', () => {
    expect(backCentsOf(back({ tile: tile({}), quantity: 3 }))).toBe(1_200);
    expect(backCentsOf(nothingBack)).toBe(0);
  });

  it('is asked for with its number only where it is followed one by one', () => {
    const sim = tile({ sku: brandAs<Sku>('SIM'), unit: 'iccid' });
    expect(askedBack(back({ tile: sim, unit: ' 8933 ', condition: 'faulty' }))).toEqual({
      sku: 'SIM',
      quantity: 1,
      unit: '8933',
      condition: 'faulty',
    });
    expect(askedBack(back({ tile: tile({}), quantity: 2, unit: '', condition: 'unopened' }))).toEqual({
      sku: 'TOPUP',
      quantity: 2,
      unit: null,
      condition: 'unopened',
    });
    expect(askedBack(back({ tile: sim, condition: 'faulty' }))).toBeNull();
  });

  it('keeps units and products off the basket, and lets cards and tickets go their way', () => {
    expect(backScan(['89331000042000000005'])).toEqual({ kind: 'unit', text: '89331000042000000005' });
    expect(backScan(['89331000042000000006'])).toEqual({ kind: 'unit', text: '89331000042000000006' });
    expect(backScan(['3017620422003'])).toEqual({ kind: 'product' });
    expect(backScan(['4711082307'])).toEqual({ kind: 'elsewhere' });
    expect(backScan(['PAR13-1-2026-000001'])).toEqual({ kind: 'elsewhere' });
  });
});
