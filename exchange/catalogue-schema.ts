import { z } from 'zod';
import { type CapPeriod, type Catalogue, familyIcons } from '#domain/catalogue.ts';
import { sinceVersion01 } from './0.1/catalogue.ts';
import {
  count,
  day,
  familyId,
  positiveCents,
  prescriberId,
  replacementReason,
  siteCode,
  sku,
} from './schema.ts';

const capPeriod = z
  .string()
  .regex(/^(calendar-month|window|rolling-[1-9]\d{0,3}-days)$/, 'calendar-month, window or rolling-N-days')
  .transform((text) => text as CapPeriod);
const label = z.string().min(1).max(200);

const policy = z.object({
  version: z.string().min(1).max(64),
  from: day,
  entitlementMonths: z.int().positive(),
  referral: z.object({ validDays: count, graceDays: count, letterUnderReserve: z.boolean() }),
  walkIn: z.object({ maxUnits: count, families: z.array(familyId), referralDueDays: count }),
  renewal: z.object({ max: count, waitDays: count, mode: z.enum(['extends', 'restarts']) }),
  deviceLabelPattern: z.string().refine(compiles, 'not a regular expression'),
  idleLockMinutes: z.int().positive(),
  refundLimitForSellerCents: positiveCents,
  differenceNeedsManagerCents: positiveCents,
  carrierProfiles: z.record(z.string(), z.object({ identitySeen: z.boolean(), handOverWaits: z.boolean() })),
  guaranteeText: z.string().max(500),
});

const cap = z
  .object({
    maxUnits: count.optional(),
    maxReferenceCents: positiveCents.optional(),
    per: capPeriod,
    who: z.enum(['person', 'household']),
    householdLines: z.enum(['apart', 'counted']).optional(),
    replacements: z
      .object({ max: count, per: capPeriod, reasons: z.array(replacementReason).min(1) })
      .optional(),
  })
  .refine(
    (one) => (one.maxUnits === undefined) !== (one.maxReferenceCents === undefined),
    'exactly one of maxUnits and maxReferenceCents',
  );

/** By language; what has none stays French. */
const words = z.record(z.string().regex(/^[a-z]{2,3}$/, 'a language code as en'), label).optional();

const family = z.object({
  id: familyId,
  label,
  labels: words,
  names: z.object({ fr: label, en: label }),
  icon: z.enum(familyIcons),
  reconditioned: z.boolean(),
  tab: label,
  tabs: words,
  cap: cap.optional(),
  returns: z.object({
    accepts: z.enum(['never', 'unopened', 'faulty', 'unopened-or-faulty']),
    unitGoesTo: z.enum(['available', 'blocked', 'available-or-blocked']).optional(),
    as: z.enum(['exchange', 'refund', 'exchange-or-refund']).optional(),
  }),
  ticketDue: z.boolean(),
  guaranteeMonths: count,
});

const product = z.object({
  sku,
  family: familyId,
  label,
  labels: words,
  audience: z.enum(['entitled-only', 'entitled-or-public', 'everyone']),
  unit: z.enum(['iccid', 'imei', 'label', 'serial']).nullable(),
  ean: z.string().regex(/^\d{8}$|^\d{12,14}$/, '8, 12, 13 or 14 digits'),
  vat: z.string().min(1).max(16),
  carrier: z.string().min(1).max(40).optional(),
});

const priceRule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fixed'), cents: positiveCents }),
  z.object({
    kind: z.literal('percentOff'),
    percent: z.number().min(0).max(100),
    roundToCents: z.int().positive(),
    ceilingCents: positiveCents.optional(),
  }),
]);

const priceList = z.object({
  id: z.string().min(1).max(64),
  from: day,
  until: day.nullable(),
  extends: z.string().optional(),
  prices: z.record(
    sku,
    z.object({ reference: z.object({ cents: positiveCents, source: label, on: day }), price: priceRule }),
  ),
});

const booklet = z.string().regex(/^\d{3}-\d{5}$/, 'PPP-NNNNN');
const prescriber = z.object({
  id: prescriberId,
  name: label,
  kind: label,
  siret: z.string().regex(/^\d{14}$/, '14 digits'),
  agreement: z.object({ from: day, until: day }),
  status: z.enum(['active', 'suspended']),
  referents: z.array(z.string().max(80)),
  vouchers: z.object({ first: booklet, last: booklet }),
  phone: z.string().max(40),
  sites: z.union([z.literal('*'), z.array(siteCode)]),
});

const site = z.object({
  code: siteCode,
  name: label,
  legalName: label.optional(),
  kind: z.enum(['access-point', 'relay']),
  tills: z.int().positive(),
  address: label,
  phone: z.string().max(40),
  openingDays: z.array(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])),
  siret: z.string().regex(/^\d{14}$/, '14 digits'),
  vatRegime: z.enum(['exempt', 'taxed']),
  vatWording: z.string().max(200),
  /** Hundredths of a percent by VAT code, for a taxed site. */
  vatRates: z.record(z.string(), z.int().nonnegative()).optional(),
  timeZone: z.string().refine(isTimeZone, 'a time zone as Europe/Paris'),
  manager: z.string().max(80),
  families: z.array(familyId).optional(),
});

const device = z.object({
  sku,
  donor: z.string().max(64),
  receivedOn: day,
  tested: z.boolean(),
  wiped: z.boolean(),
});

/** Units that headquarters assigned to a site, to be received there. */
export const siteUnits = z.object({
  sims: z.array(z.string().regex(/^\d{19,20}$/, '19 or 20 digits')),
  devices: z.array(device.extend({ label: z.string().min(1).max(40) })),
  phones: z.array(device.extend({ imei: z.string().regex(/^\d{15}$/, '15 digits') })),
});
export type SiteUnits = z.output<typeof siteUnits>;

export const noUnits: SiteUnits = { sims: [], devices: [], phones: [] };

/** The catalogue as a reference carries it. Unknown fields pass: a newer headquarters may say more. */
export const catalogueSchema: z.ZodType<Catalogue> = z.preprocess(
  sinceVersion01,
  z.object({
    policy,
    families: z.array(family),
    products: z.array(product),
    priceLists: z.array(priceList),
    prescribers: z.array(prescriber),
    sites: z.array(site),
  }),
);

const note = z.string().optional();

/** The file of `publish FILE`: the catalogue, each site with its units. */
export const publishedFile = z.object({
  note,
  policy,
  families: z.array(family).min(1),
  products: z.array(product).min(1),
  sites: z.array(site.extend({ qpv: z.string().nullish(), units: siteUnits.optional() })).min(1),
  prescribers: z.array(
    prescriber.extend({ vouchers: z.object({ first: booklet, last: booklet, example: note }) }),
  ),
  voucherFormat: note,
  memberCardFormat: note,
  priceLists: z.array(priceList).min(1),
});
export type PublishedFile = z.output<typeof publishedFile>;

function compiles(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
