import { z } from 'zod';
import { type SiteCode, type TillId, brandAs } from '#domain/ids.ts';
import { canonicalText } from '#domain/journal.ts';
import { type Result, ok, refuse } from '#domain/result.ts';
import type { Instant } from '#domain/time.ts';
import { decodeBase32, encodeBase32 } from './base32.ts';
import {
  type Signer,
  type SigningKey,
  fingerprintOf,
  hmacSha256,
  keyIdOf,
  sameText,
  verifierAmong,
} from './crypto.ts';
import { type ReferenceBody, openReference } from './reference.ts';
import { instant, key32, keyId, siteCode, tillId } from './schema.ts';
import { openDocument, parseJson, sealDocument } from './signed-document.ts';

/** What `enrol SITE TILL` prints: `CE1.PAR13-1.<secret>.<fingerprint of hq-sign>`, base32. Good once. */
export interface EnrolmentCode {
  readonly site: SiteCode;
  readonly till: TillId;
  /** 80 random bits. */
  readonly secret: Uint8Array;
  readonly hqFingerprint: string;
}

const codeForm = /^CE1\.([A-Z0-9]{2,8})-([1-9]\d{0,2})\.([A-Z2-7]{16})\.([A-Z2-7]{16})$/;

export const enrolmentCodeText = (code: EnrolmentCode): string =>
  `CE1.${code.till}.${encodeBase32(code.secret)}.${code.hqFingerprint}`;

/** Reads a code as typed (case and spaces do not matter); null when it is not one. */
export function readEnrolmentCode(text: string): EnrolmentCode | null {
  const match = codeForm.exec(text.replace(/\s/g, '').toUpperCase());
  const [, site, number, secretText, hqFingerprint] = match ?? [];
  const secret = secretText === undefined ? null : decodeBase32(secretText);
  if (!site || !secret || hqFingerprint === undefined) return null;
  return {
    site: brandAs<SiteCode>(site),
    till: brandAs<TillId>(`${site}-${number}`),
    secret,
    hqFingerprint,
  };
}

const requestBody = z.strictObject({
  v: z.literal(1),
  site: siteCode,
  till: tillId,
  keyId,
  publicKey: key32,
  at: instant,
});
const enrolmentRequest = requestBody.extend({ mac: key32 });
export type EnrolmentRequest = z.output<typeof enrolmentRequest>;

const responseBody = z.object({
  v: z.literal(1),
  site: siteCode,
  till: tillId,
  /** Ties the answer to the request it answers. */
  requestMac: key32,
  hqSign: z.object({ keyId, publicKey: key32 }),
  ageRecipients: z.array(z.string().startsWith('age1')).min(1),
  reference: z.string(),
  at: instant,
});
export type EnrolmentResponse = z.output<typeof responseBody>;

export type EnrolmentRefusal = 'unreadable' | 'other-headquarters' | 'bad-signature' | 'other-request';

const macOf = (secret: Uint8Array, body: z.output<typeof requestBody>): string =>
  hmacSha256(secret, `comptoir/enrolment-request/1\n${canonicalText(body)}`);

/** The till's half: its public key under a MAC by the code. The same text goes over HTTP and in a file. */
export function enrolmentRequestText(
  code: EnrolmentCode,
  key: Pick<SigningKey, 'publicKey'>,
  at: Instant,
): string {
  const { site, till } = code;
  const body = { v: 1 as const, site, till, keyId: keyIdOf(key.publicKey), publicKey: key.publicKey, at };
  return canonicalText({ ...body, mac: macOf(code.secret, body) });
}

/** Reads a request; its MAC is checked by `requestHolds` once its till's code is known. */
export function readEnrolmentRequest(text: string): EnrolmentRequest | null {
  const parsed = enrolmentRequest.safeParse(parseJson(text));
  return parsed.success ? parsed.data : null;
}

/** Whether a request was made with this secret and names the key it carries. */
export function requestHolds(request: EnrolmentRequest, secret: Uint8Array): boolean {
  const { mac, ...body } = request;
  return sameText(mac, macOf(secret, body)) && keyIdOf(request.publicKey) === request.keyId;
}

/** Headquarters' half, sealed by `hq-sign`. */
export const sealEnrolmentResponse = (body: EnrolmentResponse, signer: Signer): string =>
  sealDocument('enrolment-response', body, signer);

/**
 * Opens the answer to `requestText` at the till: its key must be the one whose fingerprint the code holds, and
 * the first reference in it must hold under that key.
 */
export function openEnrolmentResponse(
  text: string,
  code: EnrolmentCode,
  requestText: string,
): Result<{ readonly response: EnrolmentResponse; readonly reference: ReferenceBody }, EnrolmentRefusal> {
  const claimed = responseBody.safeParse(parseJson(text.split('\n')[0] ?? ''));
  if (!claimed.success) return refuse('unreadable');
  // Believed only because the code, handed over apart, names the same key.
  const { hqSign } = claimed.data;
  if (fingerprintOf(hqSign.publicKey) !== code.hqFingerprint) return refuse('other-headquarters');
  const verify = verifierAmong([hqSign]);
  const opened = openDocument({ kind: 'enrolment-response', schema: responseBody }, text, verify);
  if (!opened.ok) return refuse(opened.refusal === 'bad-signature' ? 'bad-signature' : 'unreadable');
  const response = opened.value.body;
  const request = readEnrolmentRequest(requestText);
  if (response.requestMac !== request?.mac || response.till !== code.till) return refuse('other-request');
  const reference = openReference(response.reference, verify, 0);
  return reference.ok ? ok({ response, reference: reference.value }) : refuse('bad-signature');
}
