import { type FamilyId, type PrescriberId, brandAs } from './ids.ts';
import { type Day, parseDay } from './time.ts';

/** What a signed code says. `signedText` is what the signature is over, its prefix included. */
export interface SignedReferral {
  readonly keyId: string;
  readonly id: string;
  readonly prescriberId: PrescriberId;
  readonly issuedOn: Day;
  readonly expiresOn: Day;
  readonly families: '*' | readonly FamilyId[];
  readonly initials: string;
  readonly year: number;
  readonly signedText: string;
  /** RFC 4648 base32 without padding. */
  readonly signature: string;
}

const signingPrefix = 'comptoir/referral/1\n';
const longest = 240;
const form =
  /^CR1\.([A-Z0-9-]{1,16})\.([A-Z2-7]{8,26})\.([A-Z0-9]{1,16})\.(\d{8})\.(\d{8})\.(\*|[A-Z][A-Z0-9-]*(?:\+[A-Z][A-Z0-9-]*)*)\.([A-Z]{1,4})\.(\d{4})\.([A-Z2-7]{103})$/;

/** Reads a code, as a QR gives it or as it is typed (spaces and case do not matter); null when it is not one. */
export function parseSignedReferral(text: string): SignedReferral | null {
  const code = text.replace(/\s/g, '').toUpperCase();
  if (code.length > longest) return null;
  const match = form.exec(code);
  if (!match) return null;
  const [, keyId, id, prescriber, issued, expires, families, initials, year, signature] = match as string[];
  const issuedOn = expandDay(issued ?? '');
  const expiresOn = expandDay(expires ?? '');
  if (!issuedOn || !expiresOn) return null;
  return {
    keyId: keyId ?? '',
    id: id ?? '',
    prescriberId: brandAs<PrescriberId>(prescriber ?? ''),
    issuedOn,
    expiresOn,
    families:
      families === '*' ? '*' : (families ?? '').split('+').map((one) => brandAs<FamilyId>(one.toLowerCase())),
    initials: initials ?? '',
    year: Number(year),
    signedText: signingPrefix + code.slice(0, code.lastIndexOf('.')),
    signature: signature ?? '',
  };
}

/** The code up to its signature, and the text that headquarters' issuing key signs. */
export function unsignedReferral(referral: Omit<SignedReferral, 'signedText' | 'signature'>): {
  readonly body: string;
  readonly signedText: string;
} {
  const families = referral.families === '*' ? '*' : referral.families.join('+').toUpperCase();
  const days = [referral.issuedOn, referral.expiresOn].map((one) => one.replaceAll('-', ''));
  const body = [
    'CR1',
    referral.keyId,
    referral.id,
    referral.prescriberId,
    ...days,
    families,
    referral.initials,
    String(referral.year),
  ].join('.');
  return { body, signedText: signingPrefix + body };
}

const expandDay = (compact: string): Day | null =>
  parseDay(`${compact.slice(0, 4)}-${compact.slice(4, 6)}-${compact.slice(6, 8)}`);

/** Initials as a referral and a batch carry them: first letters of first name and surname, `FD`. */
export const initialsOf = (firstNames: string, surname: string): string =>
  [firstNames, surname]
    .map((name) =>
      name
        .normalize('NFD')
        .replace(/[^A-Za-z]/g, '')
        .slice(0, 1)
        .toUpperCase(),
    )
    .join('');
