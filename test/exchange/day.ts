import { type Signer, newSigningKey, sha256Hex, signerFor } from '#exchange/crypto.ts';
import { noHeads } from '#exchange/batch.ts';
import type { BatchLine } from '#exchange/batch-line.ts';
import { blindedReferral } from '#exchange/blinded.ts';
import type { RightsEventType, RightsPayloads, SealedCard } from '#domain/rights.ts';
import { type BatchInput, type SealedBatch, sealBatch } from '#exchange/seal-batch.ts';
import type { Heads } from '#exchange/schema.ts';
import {
  type EntitlementId,
  type KeyId,
  type PersonId,
  type SiteCode,
  type TillId,
  brandAs,
} from '#domain/ids.ts';
import { type Chain, sealRecord } from '#domain/journal.ts';
import { cents } from '#domain/money.ts';
import { type Day, type Instant, addDays, day, instantFromMs, instantMs, instant } from '#domain/time.ts';
import { testAge } from './parts.ts';

/** A till that lives days for the tests: its chains, its batches, its key. */
export interface TestTill {
  readonly site: SiteCode;
  readonly till: TillId;
  readonly key: { readonly keyId: KeyId; readonly publicKey: string; readonly recipient: string };
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
    key: { keyId, publicKey, recipient: testAge.recipient },
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
): BatchLine {
  const head = till.heads[what.chain];
  const record = {
    // Events are read by what they say since version 2.
    v: what.chain === 'event' ? 2 : 1,
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

export const firstDay = day('2026-11-02');

/** An event of rights, and the line that goes with it. */
export interface Told {
  readonly event: { [T in RightsEventType]: { type: T; payload: RightsPayloads[T] } }[RightsEventType];
  readonly line?: BatchLine;
}

const idOf = (personId: string): PersonId => brandAs<PersonId>(personId);

/** Somebody registered, as headquarters learns of them. */
export const registered = (personId: string): Told => ({
  event: { type: 'person-registered', payload: { personId: idOf(personId) } },
  line: {
    t: 'person',
    personId: idOf(personId),
    initials: 'FD',
    birthYear: 1984,
    language: 'fr',
    postcode: '75013',
    municipality: 'Paris',
    qpv: 'no',
    prescriberId: brandAs('P001'),
    blindedKey: null,
  },
});

export const yearlyKey = { year: 2026, key: Buffer.alloc(32, 7).toString('base64url') };

/** A window opened with a voucher. */
export const windowOpened = (
  personId: string,
  { voucher = 'voucher:001-00007-98', on = firstDay, key = yearlyKey } = {},
): Told => {
  const entitlementId = brandAs<EntitlementId>(`e-${personId}-${voucher}`);
  return {
    event: {
      type: 'window-opened',
      payload: {
        entitlementId,
        personId: idOf(personId),
        on,
        from: on,
        until: day('2028-05-01'),
        policyVersion: 'demo-1',
        families: '*',
        renewal: 0,
        referral: blindedReferral(key, voucher),
      },
    },
    line: {
      t: 'referral-used',
      entitlementId,
      referralKey: voucher,
      proof: 'voucher',
      prescriberId: brandAs('P001'),
      issuedOn: on,
      verdict: 'accepted',
      reasons: [],
      underReserve: false,
    },
  };
};

export const takenBack = (personId: string, voucher = 'voucher:001-00007-98'): Told => ({
  event: {
    type: 'window-taken-back',
    payload: { entitlementId: brandAs<EntitlementId>(`e-${personId}-${voucher}`) },
  },
});

/** A card given, by what stands for it. */
export const cardGiven = (personId: string, { id, recipient }: SealedCard, rank = 0): Told => ({
  event: {
    type: 'card-given',
    payload: {
      personId: idOf(personId),
      card: { id, recipient },
      rank,
    },
  },
});

export const erased = (personId: string): Told => ({
  event: { type: 'person-erased', payload: { personId: idOf(personId) } },
});

/** Lives one day of `sales` and freezes its batch, with what was told beside selling. */
export function liveDay(
  till: TestTill,
  sales: readonly SaleOf[] = [{}],
  told: readonly Told[] = [],
): SealedBatch {
  const businessDay = till.previousBusinessDay ? addDays(till.previousBusinessDay, 1) : firstDay;
  const start = instantMs(instant(`${businessDay}T09:00:00.000Z`));
  const headsBefore = till.heads;
  const records: BatchLine[] = sales.map((of, index) =>
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
  records.push(append(till, closing, businessDay));
  for (const { event, line } of told) {
    const payload = { operator: 'E-1', ...event.payload };
    const at = instantFromMs(start + 1_800_000);
    records.push(append(till, { chain: 'event', type: event.type, payload, at }, businessDay));
    if (line) records.push(line);
  }
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
      recipient: till.key.recipient,
      clock: { at: instant(`${what.businessDay}T18:00:00.000Z`), offsetMinutes: 60, driftMs: null },
      previousManifestSha256: till.previousManifestSha256,
    },
    till.signer,
  );
  till.previousManifestSha256 = frozen.manifestSha256;
  till.previousBusinessDay = what.businessDay;
  return frozen;
}
