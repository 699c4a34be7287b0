import { readFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Acknowledgement, openAcknowledgement, sealAcknowledgement } from '#exchange/acknowledgement.ts';
import { openAnswer, sealAnswer } from '#exchange/answer.ts';
import { decodeBase32, encodeBase32 } from '#exchange/base32.ts';
import { noUnits } from '#exchange/catalogue-schema.ts';
import { readPublication } from '#exchange/catalogue.ts';
import {
  type SigningKey,
  fingerprintOf,
  newSigningKey,
  sha256Hex,
  signerFor,
  verifierAmong,
  verifierFor,
} from '#exchange/crypto.ts';
import {
  enrolmentCodeText,
  enrolmentRequestText,
  openEnrolmentResponse,
  readEnrolmentCode,
  readEnrolmentRequest,
  requestHolds,
  sealEnrolmentResponse,
} from '#exchange/enrolment.ts';
import { type SentReference, openReference, sealReference } from '#exchange/reference.ts';
import { issueReferral, verifyReferralSignature } from '#exchange/referral-issue.ts';
import { newAgeIdentity } from '#exchange/seal-batch.ts';
import { partsOf, peopleBy, testAge } from './parts.ts';
import { emptyBodySha256, headquartersAheadMs, signRequest, verifyRequest } from '#exchange/request.ts';
import { type FamilyId, type PrescriberId, type SiteCode, type TillId, brandAs } from '#domain/ids.ts';
import { parseSignedReferral } from '#domain/referral-code.ts';
import { day, instant } from '#domain/time.ts';

const at = instant('2026-11-02T18:00:00.000Z');
const file = readFileSync(new URL('../../exchange/demonstration.json', import.meta.url), 'utf8');
const signerOf = (key: SigningKey) => ({ keyId: key.keyId, sign: signerFor(key.privateKey) });
const demo = readPublication(file);
if (!demo.ok) throw new Error(JSON.stringify(demo.refusal));
const { catalogue } = demo.value;

const referenceOf = (key: SigningKey, number: number): SentReference => ({
  v: 2,
  site: brandAs<SiteCode>('PAR13'),
  number,
  publication: 1,
  publishedAt: at,
  catalogue,
  issueKeys: [],
  revocations: [],
  operators: [],
  units: noUnits,
  spares: [],
  cardSalt: Buffer.alloc(32, 2).toString('base64url'),
  yearlyKeys: [{ year: 2026, key: Buffer.alloc(32, 1).toString('base64url') }],
  ageRecipients: ['age1test'],
  hqSignKeyId: key.keyId,
});

const acknowledgement: Acknowledgement = {
  v: 1,
  site: brandAs<SiteCode>('PAR13'),
  till: brandAs<TillId>('PAR13-1'),
  batchNo: 1,
  fileSha256: sha256Hex('file'),
  manifestSha256: sha256Hex('manifest'),
  status: { kind: 'gap', expected: 1 },
  at,
  heads: null,
};

test('base32 reads back what it wrote and nothing else', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 70 }), (bytes) => {
      expect(decodeBase32(encodeBase32(bytes))).toEqual(bytes);
    }),
  );
  expect(decodeBase32('MZXW6===')).toBeNull();
  expect(decodeBase32('AB')).toBeNull();
  expect(encodeBase32(Buffer.from('foobar'))).toBe('MZXW6YTBOI');
});

test('a signature holds for its text, its key and its one encoding', () => {
  const key = newSigningKey();
  const verify = verifierFor(key.publicKey);
  const signature = signerFor(key.privateKey)('day');
  expect(key.keyId).toMatch(/^[A-Z0-9]{8}$/);
  expect(verify('day', signature)).toBe(true);
  expect(verify('night', signature)).toBe(false);
  expect(verifierFor(newSigningKey().publicKey)('day', signature)).toBe(false);
  expect(verify('day', `${signature}=`)).toBe(false);
  const last = signature.at(-1) ?? '';
  for (const other of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_')
    if (other !== last) expect(verify('day', signature.slice(0, -1) + other)).toBe(false);
});

test('the demonstration data is a publication, and drops nothing that the rules use', () => {
  expect(catalogue.products.find((one) => one.sku === 'CARTE-35')?.carrier).toBe('SFR');
  const source = JSON.parse(file) as { sites: { code: string; units: object }[]; priceLists: object[] };
  expect(demo.value.units.get(brandAs<SiteCode>('PAR13'))).toEqual(source.sites[0]?.units);
  expect(catalogue.priceLists).toEqual(source.priceLists);
  expect(catalogue.sites.length).toBe(source.sites.length);
});

test('a publication with mistakes names each place and why', () => {
  const draft = JSON.parse(file) as {
    products: { family: string; ean: string; prise?: number }[];
    priceLists: { extends?: string; prices: Record<string, object> }[];
  };
  if (draft.products[0]) draft.products[0] = { ...draft.products[0], family: 'simm', prise: 5 };
  if (draft.products[1]) draft.products[1].ean = '2000000000023';
  if (draft.priceLists[1]) draft.priceLists[1].extends = '2026-B';
  const read = readPublication(JSON.stringify(draft));
  expect(read.ok ? [] : read.refusal).toEqual([
    { path: 'products.0.prise', why: 'unknown field' },
    { path: 'products.0.family', why: 'no family simm' },
    { path: 'products.1.ean', why: 'wrong check digit' },
    { path: 'priceLists.1.extends', why: 'leads to no list, or back to itself' },
  ]);
  expect(readPublication('{')).toEqual({ ok: false, refusal: [{ path: '', why: 'not JSON' }] });
  expect(readPublication('{}').ok).toBe(false);
});

test('a taxed site without a rate for what it sells is not published', () => {
  const draft = JSON.parse(file) as { sites: { vatRegime: string; vatRates?: object }[] };
  if (draft.sites[0]) draft.sites[0] = { ...draft.sites[0], vatRegime: 'taxed', vatRates: { N: 2_000 } };
  const read = readPublication(JSON.stringify(draft));
  expect(read.ok ? [] : read.refusal).toEqual([
    { path: 'sites.0.vatRates', why: 'no rate for EXEMPT, which it sells' },
  ]);
});

test('a reference opens under its key, and never goes back', () => {
  const key = newSigningKey();
  const text = sealReference(referenceOf(key, 5), signerOf(key));
  const verify = verifierAmong([key]);
  expect(openReference(text, verify, 5)).toEqual({
    ok: true,
    value: { ...referenceOf(key, 5), before: null },
  });
  expect(openReference(text, verify, 6)).toEqual({
    ok: false,
    refusal: { kind: 'older', number: 5, lastNumber: 6 },
  });
  expect(openReference(text, verifierAmong([newSigningKey()]), 0)).toMatchObject({
    refusal: { kind: 'bad-signature' },
  });
});

test('one flipped byte in any signed document is never accepted', () => {
  const key = newSigningKey();
  const verify = verifierAmong([key]);
  const sealed = sealAcknowledgement(acknowledgement, signerOf(key));
  const bytes = Buffer.from(sealed);
  expect(openAcknowledgement(sealed, verify)).toEqual({ ok: true, value: acknowledgement });
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (position, flip) => {
      const touched = Buffer.from(bytes);
      touched[position] = (touched[position] ?? 0) ^ flip;
      expect(openAcknowledgement(touched.toString('utf8'), verify).ok).toBe(false);
    }),
    { numRuns: 300 },
  );
});

test('a document of one kind never passes for another', () => {
  const key = newSigningKey();
  const text = sealReference(referenceOf(key, 1), signerOf(key));
  expect(openAcknowledgement(text, verifierAmong([key]))).toEqual({ ok: false, refusal: 'other-kind' });
  const renamed = text.replace('"kind":"reference"', '"kind":"acknowledgement"');
  expect(openAcknowledgement(renamed, verifierAmong([key]))).toEqual({ ok: false, refusal: 'bad-signature' });
});

test('the answer of headquarters carries acknowledgements and the reference in one file', async () => {
  const key = newSigningKey();
  const signer = signerOf(key);
  const verify = verifierAmong([key]);
  const sealed = sealAcknowledgement(acknowledgement, signer);
  const reference = await partsOf({
    catalogue: sealReference(referenceOf(key, 2), signer),
    people: peopleBy(key),
  });
  const body = { v: 2 as const, site: acknowledgement.site!, till: acknowledgement.till!, at };
  const text = sealAnswer({ ...body, acknowledgements: [sealed], reference }, signer);
  expect(openAnswer(text, verify)).toEqual({
    ok: true,
    value: { ...body, acknowledgements: [{ text: sealed, body: acknowledgement }], reference },
  });
  const forged = sealAcknowledgement(acknowledgement, signerOf(newSigningKey()));
  const mixed = sealAnswer({ ...body, acknowledgements: [forged], reference: null }, signer);
  expect(openAnswer(mixed, verify)).toEqual({ ok: false, refusal: 'bad-signature' });
});

test('enrolment: a code, a request under it, an answer by the headquarters it names', async () => {
  const hq = newSigningKey();
  const till = newSigningKey();
  const secret = randomBytes(10);
  const hqFingerprint = fingerprintOf(hq.publicKey);
  const code = { site: brandAs<SiteCode>('PAR13'), till: brandAs<TillId>('PAR13-1'), secret, hqFingerprint };
  const typed = readEnrolmentCode(` ${enrolmentCodeText(code).toLowerCase()} `);
  expect(typed && { ...typed, secret: Buffer.from(typed.secret) }).toEqual(code);
  const requestText = enrolmentRequestText(code, { ...till, recipient: testAge.recipient }, at);
  const request = readEnrolmentRequest(requestText);
  if (!request) throw new Error('unreadable request');
  expect(requestHolds(request, secret)).toBe(true);
  expect(requestHolds(request, randomBytes(10))).toBe(false);
  expect(requestHolds({ ...request, publicKey: newSigningKey().publicKey }, secret)).toBe(false);
  const respond = async (key: SigningKey, requestMac: string): Promise<string> =>
    sealEnrolmentResponse(
      {
        v: 2,
        site: code.site,
        till: code.till,
        requestMac,
        hqSign: { keyId: key.keyId, publicKey: key.publicKey },
        ageRecipients: ['age1test'],
        reference: await partsOf({
          catalogue: sealReference(referenceOf(key, 1), signerOf(key)),
          people: peopleBy(key),
        }),
        at,
      },
      signerOf(key),
    );
  const sent = { requestText, identity: testAge.identity };
  const opened = await openEnrolmentResponse(await respond(hq, request.mac), code, sent);
  expect(opened.ok && opened.value.reference.number).toBe(1);
  const impostor = newSigningKey();
  expect(await openEnrolmentResponse(await respond(impostor, request.mac), code, sent)).toEqual({
    ok: false,
    refusal: 'other-headquarters',
  });
  expect(await openEnrolmentResponse(await respond(hq, 'A'.repeat(43)), code, sent)).toEqual({
    ok: false,
    refusal: 'other-request',
  });
  const { identity } = await newAgeIdentity();
  // What was wrapped to another till's key opens with no other.
  expect(await openEnrolmentResponse(await respond(hq, request.mac), code, { ...sent, identity })).toEqual({
    ok: false,
    refusal: 'unreadable',
  });
});

test('a request is signed for its method, path, body and time', () => {
  const key = newSigningKey();
  const line = { method: 'PUT' as const, path: '/v1/batches/PAR13/1/1', bodySha256: sha256Hex('body') };
  const headers = signRequest(line, at, signerOf(key));
  const judge = { verify: verifierAmong([key]), now: at, allowedSkewMs: 60_000 };
  expect(verifyRequest(line, headers, judge)).toEqual({ ok: true, value: { keyId: key.keyId, skewMs: 0 } });
  for (const other of [
    { ...line, method: 'GET' as const },
    { ...line, path: '/v1/batches/PAR13/1/2' },
    { ...line, bodySha256: emptyBodySha256 },
  ])
    expect(verifyRequest(other, headers, judge)).toMatchObject({ refusal: { kind: 'bad-signature' } });
  const moved = { ...headers, 'comptoir-time': '2026-11-02T18:00:01.000Z' };
  expect(verifyRequest(line, moved, judge)).toMatchObject({ refusal: { kind: 'bad-signature' } });
  expect(verifyRequest(line, {}, judge)).toMatchObject({ refusal: { kind: 'unsigned' } });
  expect(
    verifyRequest(line, { ...headers, 'comptoir-time': '2026-13-45T99:00:01.000Z' }, judge),
  ).toMatchObject({
    refusal: { kind: 'unsigned' },
  });
});

test('a clock a day ahead is told by how much, and passes where no skew is judged', () => {
  const key = newSigningKey();
  const line = { method: 'GET' as const, path: '/v1/answers', bodySha256: emptyBodySha256 };
  const tomorrow = instant('2026-11-03T18:00:00.000Z');
  const headers = signRequest(line, tomorrow, signerOf(key));
  const verify = verifierAmong([key]);
  expect(verifyRequest(line, headers, { verify, now: at, allowedSkewMs: 60_000 })).toEqual({
    ok: false,
    refusal: { kind: 'clock-skew', skewMs: 86_400_000 },
  });
  expect(verifyRequest(line, headers, { verify, now: at })).toMatchObject({ ok: true });
  expect(headquartersAheadMs(at, tomorrow)).toBe(-86_400_000);
});

test('an issued referral is read by the rules and holds under its key only', () => {
  const key = newSigningKey();
  const code = issueReferral(
    {
      id: randomBytes(10),
      prescriberId: brandAs<PrescriberId>('P001'),
      issuedOn: day('2026-11-02'),
      expiresOn: day('2027-01-31'),
      families: [brandAs<FamilyId>('sim'), brandAs<FamilyId>('phone')],
      initials: 'FD',
      birthYear: 1984,
    },
    signerOf(key),
  );
  expect(code.length).toBeLessThanOrEqual(240);
  const read = parseSignedReferral(code);
  if (!read) throw new Error('unreadable code');
  const issueKey = { keyId: key.keyId, publicKey: key.publicKey, from: day('2026-01-01'), until: null };
  const verify = verifyReferralSignature([issueKey]);
  expect(verify(read.keyId, read.signedText, read.signature)).toBe(true);
  expect(verify('OTHERKEY', read.signedText, read.signature)).toBe(false);
  const touched = parseSignedReferral(code.replace('.1984.', '.1985.'));
  expect(touched && verify(touched.keyId, touched.signedText, touched.signature)).toBe(false);
});
