import type { FamilyId, PrescriberId } from '#domain/ids.ts';
import { unsignedReferral } from '#domain/referral-code.ts';
import type { Day } from '#domain/time.ts';
import { decodeBase32, encodeBase32 } from './base32.ts';
import { type Signer, toBase64Url, verifierFor } from './crypto.ts';
import type { IssueKey } from './reference.ts';

export interface ReferralToIssue {
  /** 10 random bytes: 16 base32 characters. */
  readonly id: Uint8Array;
  readonly prescriberId: PrescriberId;
  readonly issuedOn: Day;
  readonly expiresOn: Day;
  readonly families: '*' | readonly FamilyId[];
  /** First letters of first name and surname, `FD`. */
  readonly initials: string;
  readonly birthYear: number;
}

/** A signed `CR1.` code, at most 240 characters, by an issuing key of headquarters. */
export function issueReferral(referral: ReferralToIssue, signer: Signer): string {
  const { body, signedText } = unsignedReferral({
    keyId: signer.keyId,
    id: encodeBase32(referral.id),
    prescriberId: referral.prescriberId,
    issuedOn: referral.issuedOn,
    expiresOn: referral.expiresOn,
    families: referral.families,
    initials: referral.initials,
    year: referral.birthYear,
  });
  return `${body}.${encodeBase32(Buffer.from(signer.sign(signedText), 'base64url'))}`;
}

/**
 * What `verifyReferral` of the rules asks: whether a base32 signature holds under one of these keys. Give the keys
 * in force on the day (`issueKeysOn`). Key objects are made once, so keep the answer as long as the reference.
 */
export function verifyReferralSignature(
  issueKeys: readonly IssueKey[],
): (keyId: string, signedText: string, signature: string) => boolean {
  const verifiers = new Map<string, (text: string, signature: string) => boolean>();
  for (const key of issueKeys) verifiers.set(key.keyId, verifierFor(key.publicKey));
  return (keyId, signedText, signature) => {
    const bytes = decodeBase32(signature);
    return bytes !== null && (verifiers.get(keyId)?.(signedText, toBase64Url(bytes)) ?? false);
  };
}
