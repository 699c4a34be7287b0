import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FamilyId, type PrescriberId, brandAs } from '#domain/ids.ts';
import { initialsOf, parseSignedReferral, unsignedReferral } from '#domain/referral-code.ts';
import { addDays, day } from '#domain/time.ts';
import { newSigningKey, signerFor } from '#exchange/crypto.ts';
import { type ReferralToIssue, issueReferral, verifyReferralSignature } from '#exchange/referral-issue.ts';
import { catalogue } from '#test/support/catalogue.ts';

const key = newSigningKey();
const signer = { keyId: key.keyId, sign: signerFor(key.privateKey) };
const signatureHolds = verifyReferralSignature([
  { keyId: key.keyId, publicKey: key.publicKey, from: day('2026-01-01'), until: null },
]);

const example: ReferralToIssue = {
  id: new Uint8Array(10).fill(7),
  prescriberId: brandAs<PrescriberId>('P002'),
  issuedOn: day('2026-10-01'),
  expiresOn: day('2026-12-30'),
  families: [brandAs<FamilyId>('sim'), brandAs<FamilyId>('topup')],
  initials: 'FD',
  birthYear: 1987,
};
const code = issueReferral(example, signer);
const read = {
  keyId: key.keyId,
  id: 'A4DQOBYHA4DQOBYH',
  prescriberId: 'P002',
  issuedOn: '2026-10-01',
  expiresOn: '2026-12-30',
  families: ['sim', 'topup'],
  initials: 'FD',
  year: 1987,
  signedText: `comptoir/referral/1\n${code.slice(0, code.lastIndexOf('.'))}`,
  signature: code.slice(code.lastIndexOf('.') + 1),
};

describe('a signed code', () => {
  test('says what headquarters signed', () => {
    expect(parseSignedReferral(code)).toEqual(read);
  });

  test('is read the same when typed in lower case and in groups', () => {
    const typed = ` ${code.toLowerCase().replace(/(.{8})/g, '$1 ')}\n`;
    expect(parseSignedReferral(typed)).toEqual(read);
  });

  test('names everything with a star', () => {
    expect(parseSignedReferral(issueReferral({ ...example, families: '*' }, signer))?.families).toBe('*');
  });

  test('reaches at most 240 characters when it names every family of the catalogue', () => {
    const families = catalogue.families.map((family) => family.id);
    const longest = issueReferral({ ...example, families }, signer);
    expect(longest.length).toBeLessThanOrEqual(240);
    expect(parseSignedReferral(longest)?.families).toEqual(families);
  });

  test('carries every family and structure that a catalogue may publish', () => {
    const published = {
      ...example,
      prescriberId: brandAs<PrescriberId>('MISSIONLOCALE013'),
      families: [brandAs<FamilyId>('box-4g'), brandAs<FamilyId>('pc2')],
    };
    expect(parseSignedReferral(issueReferral(published, signer))).toMatchObject({
      prescriberId: 'MISSIONLOCALE013',
      families: ['box-4g', 'pc2'],
    });
  });

  test('comes back as it was issued, and its signature holds', () => {
    const referral = fc.record({
      id: fc.uint8Array({ minLength: 10, maxLength: 10 }),
      prescriberId: fc.stringMatching(/^[A-Z0-9]{1,16}$/).map((text) => brandAs<PrescriberId>(text)),
      issuedOn: fc.integer({ min: 0, max: 4000 }).map((days) => addDays(day('2026-01-01'), days)),
      expiresOn: fc.integer({ min: 0, max: 4000 }).map((days) => addDays(day('2026-01-01'), days)),
      families: fc.oneof(
        fc.constant('*' as const),
        fc.subarray(
          catalogue.families.map((family) => family.id),
          { minLength: 1 },
        ),
      ),
      initials: fc.stringMatching(/^[A-Z]{1,4}$/),
      birthYear: fc.integer({ min: 1900, max: 2030 }),
    });
    fc.assert(
      fc.property(referral, (issued) => {
        const text = issueReferral(issued, signer);
        const back = parseSignedReferral(text);
        expect(text.length).toBeLessThanOrEqual(240);
        expect(text).toBe(text.toUpperCase());
        expect(back).toMatchObject({
          prescriberId: issued.prescriberId,
          issuedOn: issued.issuedOn,
          expiresOn: issued.expiresOn,
          families: issued.families,
          initials: issued.initials,
          year: issued.birthYear,
        });
        expect(back && signatureHolds(back.keyId, back.signedText, back.signature)).toBe(true);
        expect(back && `${unsignedReferral(back).body}.${back.signature}`).toBe(text);
      }),
    );
  });

  test('never holds once one character of it is another', () => {
    const other = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.*+-');
    fc.assert(
      fc.property(fc.nat(code.length - 1), other, (at, letter) => {
        fc.pre(code.charAt(at) !== letter);
        const touched = parseSignedReferral(code.slice(0, at) + letter + code.slice(at + 1));
        expect(touched !== null && signatureHolds(touched.keyId, touched.signedText, touched.signature)).toBe(
          false,
        );
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['another version', code.replace('CR1', 'CR2')],
    ['a day that is none', code.replace('20261001', '20260230')],
    ['a missing field', code.replace('.FD', '')],
    ['a signature cut short', code.slice(0, -1)],
    ['digits for initials', code.replace('.FD.', '.F1.')],
    ['an empty family', code.replace('SIM+TOPUP', 'SIM++TOPUP')],
    ['a family cut off', code.replace('SIM+TOPUP', 'SIM+')],
    ['a star among families', code.replace('SIM+TOPUP', '*+SIM')],
    ['more than 240 characters', code.replace('SIM+TOPUP', `SIM${'+TOPUP'.repeat(14)}`)],
    ['nothing', ''],
  ])('is unreadable with %s', (_, text) => {
    expect(parseSignedReferral(text)).toBeNull();
  });
});

describe('initials', () => {
  test.each([
    ['Fatoumata', 'Diallo', 'FD'],
    ['Élodie', 'Éboué', 'EE'],
    ['  jean-pierre', 'd’Almeida', 'JD'],
    ['', 'Ly', 'L'],
  ])('of %s %s are %s', (first, last, initials) => {
    expect(initialsOf(first, last)).toBe(initials);
  });
});
