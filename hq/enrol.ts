import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { SiteCode, TillId } from '#domain/ids.ts';
import { firstPreviousHash } from '#domain/journal.ts';
import { type Result, ok, refuse } from '#domain/result.ts';
import { type Instant, instantFromMs, instantMs } from '#domain/time.ts';
import { noHeads } from '#exchange/batch.ts';
import { fingerprintOf, fromBase64Url, verifierFor } from '#exchange/crypto.ts';
import {
  type EnrolmentRequest,
  enrolmentCodeText,
  readEnrolmentRequest,
  requestHolds,
  sealEnrolmentResponse,
} from '#exchange/enrolment.ts';
import { lastPublication } from './publish/publications.ts';
import { partsFor } from './publish/parts.ts';
import type { ReferenceDeps } from './publish/reference.ts';
import { isSpare } from './publish/spares.ts';
import { enrolmentCodes, tillKeys, tills } from './store/schema.ts';

export type CodeRefusal =
  | { readonly kind: 'nothing-published' }
  | { readonly kind: 'site-unknown' }
  | { readonly kind: 'till-already-enrolled' };

export type EnrolRefusal =
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'no-such-code' }
  | { readonly kind: 'code-expired' }
  | { readonly kind: 'code-used' }
  | { readonly kind: 'nothing-published' };

export const codeLifeMs = 7 * 86_400_000;

/** A one-time code, good for seven days, for a till that never was. A till number is never used again. */
export async function makeEnrolmentCode(
  deps: ReferenceDeps,
  site: SiteCode,
  till: TillId,
): Promise<Result<{ readonly code: string; readonly expiresAt: Instant }, CodeRefusal>> {
  const held = await lastPublication(deps.store.db);
  if (!held) return refuse({ kind: 'nothing-published' });
  if (!held.catalogue.sites.some((one) => one.code === site)) return refuse({ kind: 'site-unknown' });
  const known = await deps.store.db.select().from(tills).where(eq(tills.till, till));
  if (known.length > 0 || (await isSpare(deps.store.db, till)))
    return refuse({ kind: 'till-already-enrolled' });
  const secret = randomBytes(10);
  const expiresAt = instantFromMs(instantMs(deps.now()) + codeLifeMs);
  const row = { site, secret: secret.toString('base64url'), expiresAt, usedAt: null };
  await deps.store.db
    .insert(enrolmentCodes)
    .values({ till, ...row })
    .onConflictDoUpdate({ target: enrolmentCodes.till, set: row });
  const hqFingerprint = fingerprintOf(deps.keys.sign.publicKey);
  return ok({ code: enrolmentCodeText({ site, till, secret, hqFingerprint }), expiresAt });
}

/**
 * Enrols a till by its request, over HTTP or from a file; the code is spent. The same request again gets an answer
 * again, so that an answer lost on the way does not lose the till.
 */
export async function enrolTill(
  deps: ReferenceDeps,
  requestText: string,
): Promise<Result<string, EnrolRefusal>> {
  const request = readEnrolmentRequest(requestText);
  if (!request || !verifiesAnything(request)) return refuse({ kind: 'unreadable' });
  const enrolled = await deps.store.transaction(async ({ db }) => {
    const [code] = await db
      .select()
      .from(enrolmentCodes)
      .where(eq(enrolmentCodes.till, request.till))
      .for('update');
    const secret = code && fromBase64Url(code.secret, 10);
    if (!code || !secret || code.site !== request.site || !requestHolds(request, secret))
      return refuse({ kind: 'no-such-code' } as const);
    if (code.usedAt !== null) return sameKey(db, request);
    if (code.expiresAt < deps.now()) return refuse({ kind: 'code-expired' } as const);
    await insertTill(db, request, deps.now());
    await db.update(enrolmentCodes).set({ usedAt: deps.now() }).where(eq(enrolmentCodes.till, request.till));
    return ok(null);
  });
  return enrolled.ok ? respond(deps, request) : enrolled;
}

const verifiesAnything = (request: EnrolmentRequest): boolean =>
  fromBase64Url(request.publicKey, 32) !== null && !verifierFor(request.publicKey)('', '');

async function sameKey(
  db: ReferenceDeps['store']['db'],
  request: EnrolmentRequest,
): Promise<Result<null, { readonly kind: 'code-used' }>> {
  const keys = await db.select().from(tillKeys).where(eq(tillKeys.till, request.till));
  return keys.some((key) => key.publicKey === request.publicKey) ? ok(null) : refuse({ kind: 'code-used' });
}

async function insertTill(
  db: ReferenceDeps['store']['db'],
  request: EnrolmentRequest,
  enrolledAt: Instant,
): Promise<void> {
  const { site, till, keyId, publicKey, recipient } = request;
  await db
    .insert(tills)
    .values({ till, site, enrolledAt, recipient, lastManifestSha256: firstPreviousHash, heads: noHeads });
  await db.insert(tillKeys).values({ till, keyId, publicKey, enrolledAt });
}

async function respond(
  deps: ReferenceDeps,
  request: EnrolmentRequest,
): Promise<Result<string, EnrolRefusal>> {
  const { recipient } = request;
  const reference = await partsFor(deps, request.site, { catalogue: 0, people: 0, recipient });
  if (!reference) return refuse({ kind: 'nothing-published' });
  const { keyId, publicKey } = deps.keys.sign;
  const body = {
    v: 2 as const,
    site: request.site,
    till: request.till,
    requestMac: request.mac,
    hqSign: { keyId, publicKey },
    ageRecipients: [deps.keys.age.recipient],
    reference,
    at: deps.now(),
  };
  return ok(sealEnrolmentResponse(body, deps.keys.sign));
}
