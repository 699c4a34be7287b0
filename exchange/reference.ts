import { z } from 'zod';
import { type Result, ok, refuse } from '#domain/result.ts';
import { catalogueSchema, siteUnits } from './catalogue-schema.ts';
import type { Signer, Verify } from './crypto.ts';
import { type People01, people01, yearlyKeys01 } from './0.1/reference.ts';
import { day, instant, key32, keyId, operatorCode, siteCode, tillId } from './schema.ts';
import { type SealDefect, openDocument, sealDocument } from './signed-document.ts';

const issueKey = z.object({ keyId, publicKey: key32, from: day, until: day.nullable() });
export type IssueKey = z.output<typeof issueKey>;

/** An operator that headquarters names for a site. */
const referenceOperator = z.object({
  code: operatorCode,
  name: z.string().max(80).nullable(),
  role: z.enum(['trainee', 'seller', 'manager']).nullable(),
  admin: z.boolean(),
  status: z.enum(['active', 'stopped']),
});

/** A number kept for a till that is lost: whoever restores it goes on under that number, also without a network. */
const spare = z.object({
  till: tillId,
  /** The till that it stands in for. */
  of: tillId,
  /** Headquarters' permission: a signed document of kind `spare`. */
  permission: z.string(),
});
export type Spare = z.output<typeof spare>;

const bodyFields = {
  site: siteCode,
  /** Grows by one with each new content; a till never takes a lower one than it holds. */
  number: z.int().positive(),
  /** Number of the `publish` it comes from: the same for all sites that hold the same prices. */
  publication: z.int().positive(),
  publishedAt: instant,
  catalogue: catalogueSchema,
  issueKeys: z.array(issueKey),
  /** Keys of revoked referrals, as `verifyReferral` names them (`code:…`, `voucher:…`). */
  revocations: z.array(z.string()),
  operators: z.array(referenceOperator),
  units: siteUnits,
  /** age recipients of the batches. */
  ageRecipients: z.array(z.string().startsWith('age1')).min(1),
  hqSignKeyId: keyId,
};

/** The first part of the reference: everything that a site needs to sell offline, but who the people are. */
export const referenceBody = z.object({
  v: z.literal(2),
  ...bodyFields,
  /** Keys that names and referrals are blinded under: this year's first, then those that may still be met. */
  yearlyKeys: z.array(z.object({ year: z.int(), key: key32 })).min(1),
  /** What card numbers are turned into their stand-ins with. */
  cardSalt: key32,
  spares: z.array(spare),
});

/** As 0.1 stored it, people included. */
const referenceBody01 = z.object({ v: z.literal(1), ...bodyFields, ...people01, yearlyKey: yearlyKeys01 });

/** A reference in force. One that 0.1 stored brings its people and has no salt: cards wait for the next one. */
export type ReferenceBody = Omit<z.output<typeof referenceBody>, 'cardSalt'> & {
  readonly cardSalt: string | null;
  readonly before: People01 | null;
};
export type SentReference = z.output<typeof referenceBody>;

export type ReferenceRefusal =
  | { readonly kind: 'unreadable'; readonly defect: SealDefect }
  | { readonly kind: 'bad-signature' }
  | { readonly kind: 'older'; readonly number: number; readonly lastNumber: number };

export const sealReference = (body: SentReference, signer: Signer): string =>
  sealDocument('reference', body, signer);

const anyBody = z.discriminatedUnion('v', [referenceBody01, referenceBody]);

/** Opens a reference; refuses a bad signature and a number below `lastNumber` (0 when none is held yet). */
export function openReference(
  text: string,
  verify: Verify,
  lastNumber: number,
): Result<ReferenceBody, ReferenceRefusal> {
  const opened = openDocument({ kind: 'reference', schema: anyBody }, text, verify);
  if (!opened.ok) {
    const defect = opened.refusal;
    return refuse(defect === 'bad-signature' ? { kind: defect } : { kind: 'unreadable', defect });
  }
  const { body } = opened.value;
  return body.number < lastNumber
    ? refuse({ kind: 'older', number: body.number, lastNumber })
    : ok(inForceOf(body));
}

function inForceOf(body: z.output<typeof anyBody>): ReferenceBody {
  if (body.v === 2) return { ...body, before: null };
  const { cards, usedReferrals, erasures, yearlyKey, ...rest } = body;
  return {
    ...rest,
    v: 2,
    yearlyKeys: [yearlyKey],
    cardSalt: null,
    spares: [],
    before: { cards, usedReferrals, erasures },
  };
}

/** The issuing keys that hold on a day. */
export const issueKeysOn = (keys: readonly IssueKey[], on: string): IssueKey[] =>
  keys.filter((key) => key.from <= on && (key.until === null || on <= key.until));

/** The key that names and referrals are blinded under now. @throws never for a body that was read: it has one. */
export function yearlyKeyOf({ yearlyKeys }: Pick<ReferenceBody, 'yearlyKeys'>): {
  readonly year: number;
  readonly key: string;
} {
  const [now] = yearlyKeys;
  if (!now) throw new Error('a reference has a key of its year');
  return now;
}

const spareBody = z.object({ v: z.literal(1), site: siteCode, till: tillId, of: tillId });

/** Headquarters' permission to go on as another till. */
export const sealSpare = (body: z.output<typeof spareBody>, signer: Signer): string =>
  sealDocument('spare', body, signer);
