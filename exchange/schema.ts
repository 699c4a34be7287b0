import { z } from 'zod';
import type {
  Brand,
  CardId,
  EntitlementId,
  FamilyId,
  KeyId,
  OperatorCode,
  PersonId,
  PrescriberId,
  SaleId,
  SiteCode,
  Sku,
  TillId,
  UnitKey,
} from '#domain/ids.ts';
import type { Cents } from '#domain/money.ts';
import { chains } from '#domain/journal.ts';
import { byTender, tenderKinds } from '#domain/tender.ts';
import { type Day, type Instant, parseDay } from '#domain/time.ts';

// A brand has no runtime form: the cast keeps parsing free of a transform per value.
export const branded = <B extends Brand<string, string>>(
  pattern: RegExp,
  why: string,
): z.ZodType<B, string> => z.string().regex(pattern, why) as unknown as z.ZodType<B, string>;

// Wide on purpose: a finished sale is never refused for the form of an identifier that the till accepted.
const identity = /^\S{1,128}$/;

export const siteCode = branded<SiteCode>(/^[A-Z0-9]{2,8}$/, '2 to 8 capitals or digits');
export const tillId = branded<TillId>(/^[A-Z0-9]{2,8}-[1-9]\d{0,2}$/, 'SITE-TILL, as PAR13-1');
export const operatorCode = branded<OperatorCode>(/^.{1,64}$/, 'an operator code');
export const prescriberId = branded<PrescriberId>(/^[A-Z0-9]{1,16}$/, '1 to 16 capitals or digits');
export const familyId = branded<FamilyId>(/^[a-z][a-z0-9-]{0,31}$/, 'lower-case letters, digits, dashes');
export const sku = branded<Sku>(/^\S{1,64}$/, 'a product code without spaces');
export const unitKey = branded<UnitKey>(/^.{1,64}$/, 'a unit key');
export const keyId = branded<KeyId>(/^[A-Z0-9]{8}$/, '8 capitals or digits');
export const personId = branded<PersonId>(identity, 'an identifier');
export const entitlementId = branded<EntitlementId>(identity, 'an identifier');
export const saleId = branded<SaleId>(identity, 'an identifier');
export const cardId = branded<CardId>(/^[A-Za-z0-9_-]{22}$/, '16 bytes in base64url');
/** An age public key (X25519). */
export const recipient = z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/, 'an age public key');
/** What the journal says of a referral: the year of the key, then the keyed digest (`exchange/blinded.ts`). */
export const blindedReferral = z
  .string()
  .regex(/^\d{4}:[A-Za-z0-9_-]{43}$/, 'a year and 32 bytes in base64url');
export const identifier = z.string().regex(identity, 'an identifier');

export const day = z
  .string()
  .refine((text) => parseDay(text) !== null, 'a day as 2026-11-22') as unknown as z.ZodType<Day, string>;
export const instant = branded<Instant>(
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/,
  'a UTC instant in milliseconds',
);
export const cents = z.int() as unknown as z.ZodType<Cents, number>;
export const positiveCents = z.int().nonnegative() as unknown as z.ZodType<Cents, number>;
export const count = z.int().nonnegative();

export const sha256Text = z.string().regex(/^[0-9a-f]{64}$/, 'a lower-case hex SHA-256');
/** 32 raw bytes in base64url: a key. */
export const key32 = z.string().regex(/^[A-Za-z0-9_-]{43}$/, '32 bytes in base64url');
/** 64 raw bytes in base64url: a signature. */
export const signature64 = z.string().regex(/^[A-Za-z0-9_-]{86}$/, '64 bytes in base64url');

export const chain = z.enum(chains);
export const tenderKind = z.enum(tenderKinds);
export const centsByTender = z.object(byTender(() => cents));
export const families = z.union([z.literal('*'), z.array(familyId).min(1)]);
export const replacementReason = z.enum(['lost', 'stolen', 'faulty']);
export const proof = z.enum(['signed-code', 'voucher', 'letter']);

/** Where each chain of a till stands: last number and last hash (64 zeros before the first record). */
const head = z.object({ seq: count, hash: sha256Text });
export const heads = z.object({ sale: head, closing: head, copy: head, event: head });
export type Heads = z.output<typeof heads>;

/** What a schema refused, as `path: why`, one line each. */
export const problemsOf = (error: z.ZodError): { readonly path: string; readonly why: string }[] =>
  error.issues.map((issue) => ({ path: issue.path.map(String).join('.'), why: issue.message }));
