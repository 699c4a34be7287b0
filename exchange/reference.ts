import { z } from 'zod';
import { type Result, ok, refuse } from '#domain/result.ts';
import { catalogueSchema, siteUnits } from './catalogue-schema.ts';
import type { Signer, Verify } from './crypto.ts';
import {
  cents,
  count,
  day,
  entitlementId,
  families,
  familyId,
  instant,
  key32,
  keyId,
  operatorCode,
  personId,
  replacementReason,
  siteCode,
} from './schema.ts';
import { type SealDefect, openDocument, sealDocument } from './signed-document.ts';

/** A person of the network, as their card opens their rights at any point. `networkId` is their `personId`. */
const networkCard = z.preprocess(
  sinceVersion01,
  z.object({
    /** What stands for the card (`exchange/blinded.ts`). */
    id: z.string(),
    networkId: personId,
    initials: z.string(),
    birthYear: z.int().nullable(),
    /** Every window of the person, whichever point opened it; one that was taken back never was. */
    windows: z.array(
      z.object({
        id: entitlementId,
        from: day,
        until: day,
        families,
        policyVersion: z.string(),
        renewal: count,
      }),
    ),
    usage: z.array(
      z.object({
        family: familyId,
        units: z.int(),
        referenceCents: cents,
        on: day,
        forHousehold: z.boolean(),
        replacement: replacementReason.nullable(),
        /** Taken without a window, of what only a window gives. */
        walkIn: z.boolean(),
      }),
    ),
  }),
);
export type NetworkCard = z.output<typeof networkCard>;

/** 0.1 named cards by a plain hash, told one window without its families, and of no usage whether it was a walk-in's. */
function sinceVersion01(card: unknown): unknown {
  if (typeof card !== 'object' || card === null || !('window' in card)) return card;
  const { cardHash, window, usage, ...rest } = card as {
    readonly cardHash: string;
    readonly networkId: string;
    readonly window: object | null;
    readonly usage: readonly object[];
  };
  const windowId = `network:${rest.networkId}`;
  return {
    ...rest,
    id: cardHash,
    windows:
      window === null ? [] : [{ ...window, id: windowId, families: '*', policyVersion: '', renewal: 0 }],
    usage: usage.map((one) => ({ ...one, walkIn: false })),
  };
}

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

/** What a site gets: everything it needs to sell offline until the next one. */
export const referenceBody = z.object({
  /** Version 1 also told a site what it had sent up itself; since, its own acts are left out: it knows them. */
  v: z.union([z.literal(1), z.literal(2)]),
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
  /** Referrals already used at other points, and when. */
  usedReferrals: z.array(z.object({ key: z.string(), on: day })),
  operators: z.array(referenceOperator),
  units: siteUnits,
  erasures: z.array(personId),
  cards: z.array(networkCard),
  yearlyKey: z.object({ year: z.int(), key: key32 }),
  /** What card numbers are turned into their stand-ins with; version 1 had none. */
  cardSalt: key32.optional(),
  /** age recipients of the batches. */
  ageRecipients: z.array(z.string().startsWith('age1')).min(1),
  hqSignKeyId: keyId,
});
export type ReferenceBody = z.output<typeof referenceBody>;

export type ReferenceRefusal =
  | { readonly kind: 'unreadable'; readonly defect: SealDefect }
  | { readonly kind: 'bad-signature' }
  | { readonly kind: 'older'; readonly number: number; readonly lastNumber: number };

export const sealReference = (body: ReferenceBody, signer: Signer): string =>
  sealDocument('reference', body, signer);

/** Opens a reference; refuses a bad signature and a number below `lastNumber` (0 when none is held yet). */
export function openReference(
  text: string,
  verify: Verify,
  lastNumber: number,
): Result<ReferenceBody, ReferenceRefusal> {
  const opened = openDocument({ kind: 'reference', schema: referenceBody }, text, verify);
  if (!opened.ok) {
    const defect = opened.refusal;
    return refuse(defect === 'bad-signature' ? { kind: defect } : { kind: 'unreadable', defect });
  }
  const { body } = opened.value;
  return body.number < lastNumber ? refuse({ kind: 'older', number: body.number, lastNumber }) : ok(body);
}

/** The issuing keys that hold on a day. */
export const issueKeysOn = (keys: readonly IssueKey[], on: string): IssueKey[] =>
  keys.filter((key) => key.from <= on && (key.until === null || on <= key.until));
