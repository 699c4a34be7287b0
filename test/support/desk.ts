import type { FinishedSale } from '#contract/sale.ts';
import type { ClosedDay } from '#contract/closing.ts';
import type { Input } from '#contract/ipc.ts';
import type { Registration } from '#contract/person.ts';
import { memberCardFrom, mod97CheckDigits } from '#domain/identifiers.ts';
import { type MemberCard, type OperatorCode, type PersonId, type Sku, brandAs } from '#domain/ids.ts';
import { type Chain, type RecordDefect, chains, parseRecord, recordDefect } from '#domain/journal.ts';
import { type CashCount, cashCountTotal, cents } from '#domain/money.ts';
import type { Tender } from '#domain/tender.ts';
import { type Day, day } from '#domain/time.ts';
import { sha256Hex, verifierFor } from '#exchange/crypto.ts';
import type { ReferenceBody } from '#exchange/reference.ts';
import { demoTeam } from '#main/set-up/demo-team.ts';
import type { TestPoint } from './point.ts';

/** Cards, phones and labelled devices that the demonstration's headquarters assigns to Paris. */
export const sims = [
  '89331000042000000005',
  '89331000042000000377',
  '89331000042000000740',
  '89331000042000001110',
] as const;
export const phones = ['356938030010004', '356938030010012', '356938030010020'] as const;
export const devices = ['PASM25-0100', 'PASM25-0101', 'PASM25-0102'] as const;

export const sku = (text: string): Sku => brandAs<Sku>(text);
export const cash = (amount: number): Tender => ({ kind: 'cash', cents: cents(amount) });
export const bankCard = (amount: number, reference: string | null = 'T1'): Tender => ({
  kind: 'bankCard',
  cents: cents(amount),
  reference,
});
export const credit = (amount: number, commitment = 'ENG-7'): Tender => ({
  kind: 'structureCredit',
  cents: cents(amount),
  prescriberId: brandAs('P002'),
  commitment,
});

const member = (role: 'trainee' | 'seller' | 'manager') => {
  const found = demoTeam.find((one) => one.role === role);
  if (!found) throw new Error(`no ${role}`);
  return found;
};
export const codeOf = (role: 'trainee' | 'seller' | 'manager'): OperatorCode => member(role).code;
export const passwordOf = (role: 'trainee' | 'seller' | 'manager'): string => member(role).password;
/** The manager's name and password, typed on the asker's screen. */
export const approval = { approver: codeOf('manager'), password: passwordOf('manager') };

export const float50: CashCount = { 1000: 5 };

/** Where calls are made: a desk of a test, or a page of the whole application. */
export type Calls = Pick<TestPoint, 'call' | 'done'>;

/** Signs the seller in and opens the session of a day with 50 €. */
export async function openDay(point: TestPoint, businessDay: Day = day('2026-11-22')): Promise<void> {
  await point.signInAs('seller');
  await point.done('openSession', { businessDay, count: float50, dayConfirmed: true });
}

export const form = (change: Partial<Registration> = {}): Registration => ({
  birthName: 'Diallo',
  usedName: '',
  firstNames: 'Fatoumata',
  birth: { precision: 'day', day: day('1988-04-12') },
  phone: '',
  language: 'fr',
  postcode: '75013',
  municipality: 'Paris',
  qpv: 'unknown',
  situation: null,
  contact: null,
  notice: { version: 'demo-1', language: 'fr' },
  ...change,
});

export async function register(point: Calls, change: Partial<Registration> = {}): Promise<PersonId> {
  return (await point.done('registerPerson', { registration: form(change), notTheSame: [] })).personId;
}

/** A voucher of a structure's booklet with its check digits: `001-00012-cc`. */
export function voucher(number: number, prescriber = '001'): string {
  const body = `${prescriber}-${String(number).padStart(5, '0')}`;
  return `${body}-${mod97CheckDigits(body.replace('-', ''))}`;
}

export const voucherClaim = (
  number: number,
  prescriber = '001',
  issuedOn: Day = day('2026-11-10'),
): Extract<Input<'verifyReferral'>['claim'], { proof: 'voucher' }> => ({
  proof: 'voucher',
  number: voucher(number, prescriber),
  issuedOn,
});

/** Registers somebody and opens their rights with a voucher. */
export async function entitled(
  point: Calls,
  number = 1,
  change: Partial<Registration> = {},
): Promise<PersonId> {
  const personId = await register(point, change);
  await point.done('openEntitlement', { personId, claim: voucherClaim(number), override: null });
  return personId;
}

export const memberCard = (number: number): MemberCard => memberCardFrom(String(number).padStart(7, '0'));

export const scan = (point: Calls, text: string) => point.call('scan', { readings: [text] });

/** Sells tiles (`skus`) and scanned things to somebody or nobody; exact cash unless tenders are given. */
export async function sell(
  point: Calls,
  what: {
    readonly to?: PersonId | null;
    readonly skus?: readonly string[];
    readonly scans?: readonly string[];
    readonly tenders?: readonly Tender[];
  },
): Promise<FinishedSale> {
  await point.done('choosePerson', { personId: what.to ?? null, holdFirst: false });
  for (const one of what.skus ?? []) await point.done('addProduct', { sku: sku(one) });
  for (const text of what.scans ?? []) await point.done('scan', { readings: [text] });
  const basket = await point.done('basket', {});
  const exact = basket.totalCents === 0 ? [] : [cash(basket.totalCents)];
  return point.done('finishSale', {
    saleId: basket.saleId,
    tenders: [...(what.tenders ?? exact)],
    expectedTotalCents: basket.totalCents,
  });
}

/** Coins and notes that make an amount: what a right count of the drawer says. */
export function countOf(amount: number): CashCount {
  const count: Record<number, number> = {};
  let rest = Math.max(0, amount);
  for (const piece of [5_000, 1_000, 500, 100, 10, 1]) {
    count[piece] = Math.floor(rest / piece);
    rest %= piece;
  }
  return count;
}

export const noReasons = { cash: null, bankCard: null, structureCredit: null } as const;

/** Counts what is expected to the cent, so that nothing differs, and leaves 50 €. */
export async function closingInput(
  point: Calls,
  change: Partial<Input<'closeSession'>> = {},
): Promise<Input<'closeSession'>> {
  const { differences } = await point.done('checkCount', {
    cash: { 1: 0 },
    cardCents: null,
    creditCount: null,
  });
  const expected = (tender: string): number =>
    differences.find((one) => one.tender === tender)?.expectedCents ?? 0;
  const counted = countOf(expected('cash'));
  const { creditCount } = await point.done('closingState', {});
  return {
    cash: counted,
    cardCents: cents(Math.max(0, expected('bankCard'))),
    creditCount,
    reasons: noReasons,
    floatLeft: cashCountTotal(counted) >= 5_000 ? float50 : counted,
    envelope: null,
    held: 'keep',
    approval: null,
    ...change,
  };
}

export async function closeDay(
  point: Calls,
  change: Partial<Input<'closeSession'>> = {},
): Promise<ClosedDay> {
  return point.done('closeSession', await closingInput(point, change));
}

/** Every record of a chain, read. */
export const recordsOf = (point: TestPoint, chain: Chain) =>
  point.store.recordsBetween(point.deps.till, chain, 1, Number.MAX_SAFE_INTEGER).map((row) => {
    const record = parseRecord(row.bytes);
    if (!record) throw new Error(`${chain} ${row.seq} is not canonical`);
    return record;
  });

/** Payloads of a type of record, in order. */
export const payloadsOf = <T extends object>(point: TestPoint, chain: Chain, type: string): T[] =>
  recordsOf(point, chain)
    .filter((record) => record.type === type)
    .map((record) => record.payload as T);

/** First record of each chain that does not hold; empty when all four do. */
export function defects(point: TestPoint): readonly (readonly [Chain, number, RecordDefect])[] {
  const verify = verifierFor(point.deps.tillKey.publicKey);
  return chains.flatMap((chain) => {
    let previous: { readonly seq: number; readonly hash: string } | null = null;
    for (const row of point.store.recordsBetween(point.deps.till, chain, 1, Number.MAX_SAFE_INTEGER)) {
      const defect = recordDefect(row, previous, {
        sha256: sha256Hex,
        verify: (_keyId, text, signature) => verify(text, signature),
      });
      if (defect) return [[chain, row.seq, defect] as const];
      previous = row;
    }
    return [];
  });
}

/** Rows of a table as they stand in the database. */
export const rowsOf = (point: TestPoint, sql: string): Record<string, unknown>[] =>
  point.db.$client.prepare(sql).all() as Record<string, unknown>[];

export const hour = 3_600_000;

/** A reference in which a product is worth something else. */
export const worth = (body: ReferenceBody, product: string, value: number): ReferenceBody => ({
  ...body,
  catalogue: {
    ...body.catalogue,
    priceLists: body.catalogue.priceLists.map((list) => {
      const entry = list.prices[product];
      if (!entry) return list;
      const reference = { ...entry.reference, cents: cents(value) };
      return { ...list, prices: { ...list.prices, [product]: { ...entry, reference } } };
    }),
  },
});
