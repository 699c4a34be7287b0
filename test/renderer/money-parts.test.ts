import type { ClosingView } from '#contract/closing.ts';
import type {
  CreditView,
  DepositView,
  EnvelopeView,
  StatementView,
  StructureCredits,
} from '#contract/money.ts';
import { type PrescriberId, type TicketNumber, brandAs } from '#domain/ids.ts';
import { cents } from '#domain/money.ts';
import { day, instant } from '#domain/time.ts';
import { bagNumberIn } from '#renderer/money/bag-number.ts';
import { closingsOf } from '#renderer/money/closing-list.ts';
import { contentOf, firstDeposit, moneyStep, tickedOf, toggled } from '#renderer/money/envelopes.ts';
import { seenEntry, seenState } from '#renderer/money/seen.ts';
import { creditsStep, statementToShow, structureAccounts } from '#renderer/money/structures.ts';
import { differenceOf } from '#renderer/ui/difference.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const on = day('2026-11-22');
const at = (hour: string) => instant(`2026-11-22T${hour}:00:00.000Z`);

const envelope = (id: string, amount: number): EnvelopeView => ({
  id,
  from: 'closing',
  businessDay: on,
  at: at('18'),
  cents: cents(amount),
  label: null,
  by: 'Awa',
});
const deposit = (depositId: string, hour: string, seenCents: number | null): DepositView => ({
  depositId,
  at: at(hour),
  by: 'Nadia',
  cents: cents(10_000),
  slip: 'S-1',
  envelopes: [],
  credited: seenCents === null ? null : { on, cents: cents(seenCents), by: 'Nadia' },
});

describe('a difference', () => {
  it('is said without its sign', () => {
    expect([0, 200, -200].map(differenceOf)).toEqual([
      { kind: 'same', cents: 0 },
      { kind: 'more', cents: 200 },
      { kind: 'less', cents: 200 },
    ]);
  });
});

describe('past closings', () => {
  const closing = (seq: number, type: ClosingView['type']): ClosingView => ({
    seq,
    type,
    label: String(seq),
    businessDay: on,
    at: at('18'),
    sales: 1,
    totalCents: cents(500),
    byTender: { cash: cents(500), bankCard: cents(0), structureCredit: cents(0) },
    differenceCents: null,
    perpetualCents: cents(500),
  });
  const all = [closing(1, 'session'), closing(3, 'month'), closing(2, 'day')];

  it('come newest first by their number, one kind at a time if one wishes', () => {
    expect(closingsOf(all, 'all').map((one) => one.seq)).toEqual([3, 2, 1]);
    expect(closingsOf(all, 'day').map((one) => one.seq)).toEqual([2]);
    expect(closingsOf(all, 'year')).toEqual([]);
  });
});

describe('the envelopes in the safe', () => {
  const safe = [envelope('Z 1', 12_000), envelope('Z 2', 8_050), envelope('drop', 5_000)];

  it('are ticked and unticked one by one, and added up', () => {
    const two = toggled(toggled(new Set<string>(), 'Z 1'), 'Z 2');
    expect(contentOf(tickedOf(safe, two))).toBe(20_050);
    expect(contentOf(tickedOf(safe, toggled(two, 'Z 1')))).toBe(8_050);
  });

  it('do not count once they have left it', () => {
    expect(tickedOf(safe, new Set(['Z 2', 'gone'])).map((one) => one.id)).toEqual(['Z 2']);
  });

  it('are back as they were when ticked twice', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string()), fc.string(), (ids, id) => {
        const before = new Set(ids);
        expect(toggled(toggled(before, id), id)).toEqual(before);
      }),
    );
  });
});

describe('deposits', () => {
  it('show the oldest that the bank has not shown, else the newest', () => {
    const list = [deposit('c', '12', null), deposit('b', '11', null), deposit('a', '10', 10_000)];
    expect(firstDeposit(list)?.depositId).toBe('b');
    expect(firstDeposit([deposit('b', '11', 10_000), deposit('a', '10', 10_000)])?.depositId).toBe('b');
    expect(firstDeposit([])).toBeNull();
  });

  it('have one next step: what is ticked goes to the bank before anything is looked for there', () => {
    const waiting = deposit('a', '10', null);
    expect(moneyStep([envelope('Z 1', 100)], waiting)).toBe('deposit');
    expect(moneyStep([], waiting)).toBe('seen');
    expect(moneyStep([], deposit('a', '10', 10_000))).toBe('leave');
    expect(moneyStep([], null)).toBe('leave');
  });

  it('keep a differing amount in sight', () => {
    const states = [null, 10_000, 9_800, 10_100].map((seen) =>
      seenState(cents(10_000), deposit('a', '10', seen).credited),
    );
    expect(states).toEqual([
      { kind: 'waiting' },
      { kind: 'same', cents: 0 },
      { kind: 'less', cents: 200 },
      { kind: 'more', cents: 100 },
    ]);
  });

  it('take the number of a bag from a scan, and leave cards, tickets and SIMs their own way', () => {
    expect(bagNumberIn(['BAG-00412'])).toBe('BAG-00412');
    expect(bagNumberIn(['004120'])).toBe('004120');
    expect(bagNumberIn(['4711082307'])).toBeNull();
    expect(bagNumberIn(['PAR13-1-2026-000001'])).toBeNull();
    expect(bagNumberIn(['89331000042000000005'])).toBeNull();
    expect(bagNumberIn(['!OK'])).toBeNull();
  });
});

describe('what is copied from a bank statement', () => {
  const entry = (typedDay: string, amount: string) => seenEntry({ day: typedDay, amount }, cents(10_000), on);

  it('needs a day that has come and an amount', () => {
    expect(entry('22/11', '100').kind).toBe('bad-day');
    expect(entry('23/11/2026', '100').kind).toBe('future-day');
    expect(entry('22/11/2026', '').kind).toBe('no-amount');
    expect(entry('22/11/2026', '0').kind).toBe('no-amount');
  });

  it('says by how much it differs before it is confirmed', () => {
    expect(entry('22/11/2026', '98,00')).toEqual({
      kind: 'ready',
      on: '2026-11-22',
      cents: 9_800,
      difference: { kind: 'less', cents: 200 },
    });
    expect(entry('21/11/2026', '100')).toMatchObject({ difference: { kind: 'same' } });
  });
});

describe('what structures owe', () => {
  const credit: CreditView = {
    number: brandAs<TicketNumber>('PAR13-1-2026-000001'),
    businessDay: on,
    commitment: 'C-1',
    cents: cents(3_500),
  };
  const structure = (id: string, name: string, open: boolean, claimed: number): StructureCredits => ({
    prescriberId: brandAs<PrescriberId>(id),
    name,
    open: open ? [credit] : [],
    openCents: cents(open ? 3_500 : 0),
    claimedCents: cents(claimed),
  });
  const statement = (id: string, number: number, settled: boolean): StatementView => ({
    statementId: `${id}-${number}`,
    number,
    prescriberId: brandAs<PrescriberId>(id),
    name: `Structure ${id}`,
    madeAt: at('10'),
    by: 'Nadia',
    credits: [credit],
    totalCents: cents(3_500),
    settled: settled ? { on, cents: cents(3_500), by: 'Nadia' } : null,
  });
  const accounts = structureAccounts({
    structures: [
      structure('1', 'Zola', false, 3_500),
      structure('2', 'Éluard', true, 0),
      structure('3', 'Camus', true, 0),
    ],
    statements: [statement('1', 3, false), statement('9', 2, true), statement('1', 1, false)],
  });

  it('begins with what is to be claimed, and loses nobody who once paid', () => {
    expect(accounts.map(({ name, statements }) => [name, statements.length])).toEqual([
      ['Camus', 0],
      ['Éluard', 0],
      ['Zola', 2],
      ['Structure 9', 1],
    ]);
  });

  it('shows the oldest unpaid statement once nothing is left to claim', () => {
    expect(accounts.map((one) => statementToShow(one)?.number ?? null)).toEqual([null, null, 1, null]);
  });

  it('has one next step: print what was just made, note what was paid, claim what is open', () => {
    const [camus, , zola, paid] = accounts;
    if (!camus || !zola || !paid) throw new Error('three accounts');
    const made = statement('3', 4, false);
    expect(creditsStep(camus, made, made.statementId)).toBe('print');
    expect(creditsStep(camus, made, null)).toBe('settle');
    expect(creditsStep(camus, null, null)).toBe('make');
    expect(creditsStep(zola, null, null)).toBe('leave');
    expect(creditsStep(paid, statement('9', 2, true), null)).toBe('leave');
    // More came back than was taken on: nothing to claim, the next statement takes it off.
    expect(creditsStep({ ...camus, openCents: cents(-1_500) }, null, null)).toBe('leave');
  });
});
