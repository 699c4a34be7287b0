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
import { openPart, partsBody } from './parts.ts';
import { openPeople } from './people.ts';
import { instant, key32, keyId, recipient, siteCode, tillId } from './schema.ts';
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
  v: z.literal(2),
  site: siteCode,
  till: tillId,
  keyId,
  publicKey: key32,
  /** age key that what headquarters sends is wrapped to. */
  recipient,
  at: instant,
});
const enrolmentRequest = requestBody.extend({ mac: key32 });
export type EnrolmentRequest = z.output<typeof enrolmentRequest>;

const responseBody = z.object({
  v: z.literal(2),
  site: siteCode,
  till: tillId,
  /** Ties the answer to the request it answers. */
  requestMac: key32,
  hqSign: z.object({ keyId, publicKey: key32 }),
  ageRecipients: z.array(z.string().startsWith('age1')).min(1),
  reference: partsBody,
  at: instant,
});
export type EnrolmentResponse = z.output<typeof responseBody>;

export type EnrolmentRefusal = 'unreadable' | 'other-headquarters' | 'bad-signature' | 'other-request';

const macOf = (secret: Uint8Array, body: z.output<typeof requestBody>): string =>
  hmacSha256(secret, `comptoir/enrolment-request/2\n${canonicalText(body)}`);

/** The till's half: its public keys under a MAC by the code. The same text goes over HTTP and in a file. */
export function enrolmentRequestText(
  code: EnrolmentCode,
  key: Pick<SigningKey, 'publicKey'> & { readonly recipient: string },
  at: Instant,
): string {
  const { site, till } = code;
  const { publicKey, recipient: to } = key;
  const body = { v: 2 as const, site, till, keyId: keyIdOf(publicKey), publicKey, recipient: to, at };
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

/** What headquarters answered, opened: the first parts of the reference, as documents and read. */
export interface OpenedEnrolment {
  readonly response: EnrolmentResponse;
  readonly reference: ReferenceBody;
  readonly catalogueText: string;
  readonly peopleText: string;
}

/**
 * Opens the answer to `requestText` at the till: its key must be the one whose fingerprint the code holds, and
 * the first parts in it must be wrapped to the till's age identity and hold under that key.
 */
export async function openEnrolmentResponse(
  text: string,
  code: EnrolmentCode,
  sent: { readonly requestText: string; readonly identity: string },
): Promise<Result<OpenedEnrolment, EnrolmentRefusal>> {
  const claimed = responseBody.safeParse(parseJson(text.split('\n')[0] ?? ''));
  if (!claimed.success) return refuse('unreadable');
  // Believed only because the code, handed over apart, names the same key.
  const { hqSign } = claimed.data;
  if (fingerprintOf(hqSign.publicKey) !== code.hqFingerprint) return refuse('other-headquarters');
  const verify = verifierAmong([hqSign]);
  const opened = openDocument({ kind: 'enrolment-response', schema: responseBody }, text, verify);
  if (!opened.ok) return refuse(opened.refusal === 'bad-signature' ? 'bad-signature' : 'unreadable');
  const response = opened.value.body;
  const request = readEnrolmentRequest(sent.requestText);
  if (response.requestMac !== request?.mac || response.till !== code.till) return refuse('other-request');
  const { catalogue, people } = response.reference;
  if (!catalogue || !people) return refuse('unreadable');
  const catalogueText = await openPart(catalogue, sent.identity);
  const peopleText = await openPart(people, sent.identity);
  if (!catalogueText.ok || !peopleText.ok) return refuse('unreadable');
  const reference = openReference(catalogueText.value, verify, 0);
  if (!reference.ok || !openPeople(peopleText.value, verify).ok) return refuse('bad-signature');
  return ok({
    response,
    reference: reference.value,
    catalogueText: catalogueText.value,
    peopleText: peopleText.value,
  });
}
