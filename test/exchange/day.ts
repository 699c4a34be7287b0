import { type Signer, newSigningKey, sha256Hex, signerFor } from '#exchange/crypto.ts';
import { type BatchRecord, noHeads } from '#exchange/batch.ts';
import { type BatchInput, type SealedBatch, sealBatch } from '#exchange/seal-batch.ts';
import type { Heads } from '#exchange/schema.ts';
import { type KeyId, type SiteCode, type TillId, brandAs } from '#domain/ids.ts';
import { type Chain, sealRecord } from '#domain/journal.ts';
import { cents } from '#domain/money.ts';
import { type Day, type Instant, addDays, day, instantFromMs, instantMs, instant } from '#domain/time.ts';

/** A till that lives days for the tests: its chains, its batches, its key. */
export interface TestTill {
  readonly site: SiteCode;
  readonly till: TillId;
  readonly key: { readonly keyId: KeyId; readonly publicKey: string };
  readonly signer: Signer;
  heads: Heads;
  batchNo: number;
  previousManifestSha256: string;
  previousBusinessDay: Day | null;
  sales: number;
}

export function newTestTill(till = 'PAR13-1'): TestTill {
  const { keyId, publicKey, privateKey } = newSigningKey();
  return {
    site: brandAs<SiteCode>(till.slice(0, till.lastIndexOf('-'))),
    till: brandAs<TillId>(till),
    key: { keyId, publicKey },
    signer: { keyId, sign: signerFor(privateKey) },
    heads: noHeads,
    batchNo: 0,
    previousManifestSha256: '0'.repeat(64),
    previousBusinessDay: null,
    sales: 0,
  };
}

/** Adds a record to a chain of the till, as its journal would. */
export function append(
  till: TestTill,
  what: { readonly chain: Chain; readonly type: string; readonly payload: object; readonly at: Instant },
  businessDay: Day,
): BatchRecord {
  const head = till.heads[what.chain];
  const record = {
    v: 1 as const,
    ...what,
    seq: head.seq + 1,
    businessDay,
    till: till.till,
    previousHash: head.hash,
    keyId: till.key.keyId,
  };
  const sealed = sealRecord(record, { sha256: sha256Hex, sign: till.signer.sign });
  till.heads = { ...till.heads, [what.chain]: { seq: sealed.seq, hash: sealed.hash } };
  return { t: 'journal', ...sealed };
}

export interface SaleOf {
  readonly personId?: string | null;
  readonly family?: string;
  readonly sku?: string;
  readonly units?: number;
  readonly cents?: number;
  readonly referenceCents?: number;
}

/** Payload of a sale of one line, paid in cash. */
export function salePayload(till: TestTill, of: SaleOf = {}): object {
  till.sales += 1;
  const n = till.sales;
  const quantity = of.units ?? 1;
  const totalCents = (of.cents ?? 500) * quantity;
  const referenceCents = (of.referenceCents ?? 3500) * quantity;
  return {
    saleId: `${till.till}-sale-${n}`,
    number: `${till.till}-2026-${String(n).padStart(6, '0')}`,
    kind: quantity < 0 ? 'return' : 'sale',
    operator: 'E-1',
    approvedBy: null,
    personId: of.personId ?? null,
    entitlementId: null,
    policyVersion: 'demo-1',
    referenceNumber: 1,
    lines: [
      {
        lineId: `${till.till}-line-${n}`,
        sku: of.sku ?? 'CARTE-35',
        family: of.family ?? 'sim',
        label: 'Carte prépayée SFR',
        quantity,
        unit: null,
        unitPriceCents: of.cents ?? 500,
        unitReferenceCents: of.referenceCents ?? 3500,
        totalCents,
        referenceCents,
        savingCents: referenceCents - totalCents,
        referenceSource: 'prix public relevé',
        referenceOn: '2026-09-01',
        priceListId: '2026-A',
        rule: { kind: 'fixed', cents: 500 },
        tariff: 'solidarity',
        vatCode: 'EXEMPT',
        forHousehold: false,
        replacement: null,
        overriddenBy: null,
        warnings: [],
        guaranteeUntil: null,
        returns: null,
      },
    ],
    totalCents,
    referenceCents,
    savingCents: referenceCents - totalCents,
    vat: [],
    tenders: [{ kind: 'cash', cents: cents(totalCents) }],
    changeCents: 0,
    netByKind: { cash: totalCents, bankCard: 0, structureCredit: 0 },
    original: null,
    version: 'test',
  };
}

/** Payload of a day closing; totals are those given, the range is left open. */
export const dayClosingPayload = (
  previousBusinessDay: Day | null,
  sales: number,
  totalCents: number,
): object => ({
  previousBusinessDay,
  sales: { from: 1, to: sales },
  totals: {
    sales,
    returns: 0,
    corrections: 0,
    totalCents,
    absoluteCents: totalCents,
    referenceCents: 0,
    savingCents: 0,
    byTender: { cash: totalCents, bankCard: 0, structureCredit: 0 },
    vat: [],
  },
  perpetual: { netCents: totalCents, absoluteCents: totalCents },
});

export const person = (personId: string, cardHash: string | null = null): BatchRecord => ({
  t: 'person',
  personId: brandAs(personId),
  cardHash,
  initials: 'FD',
  birthYear: 1984,
  language: 'fr',
  postcode: '75013',
  municipality: 'Paris',
  qpv: 'no',
  prescriberId: brandAs('P001'),
  blindedKey: null,
});

export const firstDay = day('2026-11-02');

/** Lives one day of `sales` and freezes its batch. `extra` records travel with it. */
export function liveDay(
  till: TestTill,
  sales: readonly SaleOf[] = [{}],
  extra: readonly BatchRecord[] = [],
): SealedBatch {
  const businessDay = till.previousBusinessDay ? addDays(till.previousBusinessDay, 1) : firstDay;
  const start = instantMs(instant(`${businessDay}T09:00:00.000Z`));
  const headsBefore = till.heads;
  const records: BatchRecord[] = sales.map((of, index) =>
    append(
      till,
      {
        chain: 'sale',
        type: (of.units ?? 1) < 0 ? 'return' : 'sale',
        payload: salePayload(till, of),
        at: instantFromMs(start + index * 1000),
      },
      businessDay,
    ),
  );
  const totalCents = sales.reduce((sum, of) => sum + (of.cents ?? 500) * (of.units ?? 1), 0);
  const closing = {
    chain: 'closing' as const,
    type: 'day',
    payload: dayClosingPayload(till.previousBusinessDay, sales.length, totalCents),
    at: instantFromMs(start + 3_600_000),
  };
  records.push(append(till, closing, businessDay), ...extra);
  return freeze(till, { businessDay, headsBefore, records });
}

export function freeze(
  till: TestTill,
  what: Pick<BatchInput, 'businessDay' | 'headsBefore' | 'records'>,
): SealedBatch {
  till.batchNo += 1;
  const frozen = sealBatch(
    {
      ...what,
      site: till.site,
      till: till.till,
      batchNo: till.batchNo,
      previousBusinessDay: till.previousBusinessDay,
      appVersion: 'test',
      referenceNumber: 1,
      clock: { at: instant(`${what.businessDay}T18:00:00.000Z`), offsetMinutes: 60, driftMs: null },
      previousManifestSha256: till.previousManifestSha256,
    },
    till.signer,
  );
  till.previousManifestSha256 = frozen.manifestSha256;
  till.previousBusinessDay = what.businessDay;
  return frozen;
}
