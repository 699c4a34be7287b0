import { gunzipSync, gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { batchSchemaVersion, noHeads, sealSigningText } from '#exchange/batch.ts';
import { decryptBatch, encryptBatch, sealBatch, newAgeIdentity } from '#exchange/seal-batch.ts';
import { openBatch } from '#exchange/open-batch.ts';
import type { BatchLine } from '#exchange/batch-line.ts';
import { cardInHand, personKey } from '#exchange/blinded.ts';
import { memberCardFrom } from '#domain/identifiers.ts';
import { type PersonId, brandAs } from '#domain/ids.ts';
import { sha256Hex, verifierAmong } from '#exchange/crypto.ts';
import { canonicalText } from '#domain/journal.ts';
import {
  append,
  firstDay,
  freeze,
  liveDay,
  newTestTill,
  registered,
  salePayload,
  windowOpened,
} from './day.ts';
import { instant } from '#domain/time.ts';

const rezip = (plain: Uint8Array, edit: (text: string) => string): Buffer =>
  gzipSync(edit(gunzipSync(plain).toString('utf8')));

/** Reseals an edited batch with the till's own key, as a faulty till would. */
function reseal(
  till: ReturnType<typeof newTestTill>,
  plain: Uint8Array,
  edit: (manifest: Record<string, unknown>, lines: string[]) => void,
): Buffer {
  const [manifestText = '', ...rest] = gunzipSync(plain).toString('utf8').trimEnd().split('\n');
  const lines = rest.slice(0, -1);
  const manifest = JSON.parse(manifestText) as Record<string, unknown>;
  edit(manifest, lines);
  const body = lines.map((line) => `${line}\n`).join('');
  manifest['recordsSha256'] = sha256Hex(body);
  const text = canonicalText(manifest);
  const manifestSha256 = sha256Hex(text);
  const signature = till.signer.sign(sealSigningText(manifestSha256));
  const seal = canonicalText({ t: 'seal', manifestSha256, keyId: till.key.keyId, signature });
  return gzipSync(`${text}\n${body}${seal}\n`);
}

const counts = (manifest: Record<string, unknown>): Record<string, number> =>
  manifest['counts'] as Record<string, number>;

test('a frozen batch opens to the records it was made of', () => {
  const records = fc.array(
    fc.record({
      cents: fc.integer({ min: 0, max: 100_000 }),
      units: fc.constantFrom(-2, -1, 1, 2, 3),
      family: fc.constantFrom('sim', 'topup', 'phone'),
    }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(fc.array(records, { minLength: 1, maxLength: 3 }), (days) => {
      const till = newTestTill();
      const verify = verifierAmong([till.key]);
      for (const sales of days) {
        const frozen = liveDay(till, sales, [registered('p-1')]);
        const opened = openBatch(frozen.plain, verify);
        expect(opened.ok).toBe(true);
        if (!opened.ok) return;
        expect(opened.value.manifest).toEqual(frozen.manifest);
        expect(opened.value.manifestSha256).toBe(frozen.manifestSha256);
        expect(opened.value.manifest.counts.journal).toBe(sales.length + 2);
        expect(opened.value.manifest.controls.tenderCents.cash).toBe(
          sales.reduce((sum, one) => sum + one.cents * one.units, 0),
        );
        expect(opened.value.journal.map((one) => `${JSON.stringify(one.line)}\n`).join('')).toBe(
          gunzipSync(frozen.plain)
            .toString('utf8')
            .split('\n')
            .filter((line) => line.includes('"t":"journal"'))
            .map((line) => `${line}\n`)
            .join(''),
        );
        expect(opened.value.persons.map((one) => one.personId)).toEqual(['p-1']);
      }
    }),
    { numRuns: 25 },
  );
});

test('one flipped byte anywhere in an encrypted batch is never accepted', async () => {
  const till = newTestTill();
  const { identity, recipient } = await newAgeIdentity();
  const bytes = await encryptBatch(liveDay(till, [{}, {}]).plain, [recipient]);
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
      const touched = Uint8Array.from(bytes);
      touched[at] = (touched[at] ?? 0) ^ flip;
      expect(await decryptBatch(touched, identity)).toBeNull();
    }),
    { numRuns: 300 },
  );
});

test('one flipped byte anywhere in the lines of a batch is never accepted', () => {
  const till = newTestTill();
  const verify = verifierAmong([till.key]);
  const lines = gunzipSync(liveDay(till, [{}, {}], [registered('p-1')]).plain);
  fc.assert(
    fc.property(fc.nat(lines.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
      const touched = Buffer.from(lines);
      touched[at] = (touched[at] ?? 0) ^ flip;
      expect(openBatch(gzipSync(touched), verify).ok).toBe(false);
    }),
    { numRuns: 500 },
  );
});

test('one flipped byte in the compressed form is refused, or changed nothing that was compressed', () => {
  const till = newTestTill();
  const verify = verifierAmong([till.key]);
  const { plain, manifestSha256 } = liveDay(till, [{}, {}]);
  fc.assert(
    fc.property(fc.nat(plain.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
      const touched = Buffer.from(plain);
      touched[at] = (touched[at] ?? 0) ^ flip;
      const opened = openBatch(touched, verify);
      if (opened.ok) expect(opened.value.manifestSha256).toBe(manifestSha256);
    }),
    { numRuns: 500 },
  );
});

test('a batch cut anywhere is refused', () => {
  const till = newTestTill();
  const verify = verifierAmong([till.key]);
  const { plain } = liveDay(till);
  for (let length = 0; length < plain.length; length += 7)
    expect(openBatch(plain.subarray(0, length), verify).ok).toBe(false);
});

test('a batch sealed by another key is refused', () => {
  const { plain } = liveDay(newTestTill());
  expect(openBatch(plain, verifierAmong([newTestTill().key]))).toEqual({
    ok: false,
    refusal: { kind: 'bad-seal' },
  });
});

test('each defect has its own name, even under a valid seal', () => {
  const till = newTestTill();
  const verify = verifierAmong([till.key]);
  const { plain } = liveDay(till, [{}, {}, {}]);
  const defectOf = (bytes: Uint8Array): unknown => {
    const opened = openBatch(bytes, verify);
    return opened.ok ? null : opened.refusal.kind;
  };
  expect(defectOf(Buffer.from('no'))).toBe('unreadable');
  expect(defectOf(rezip(plain, (text) => text.replace('"cash":1500', '"cash":1501')))).toBe('bad-seal');
  expect(defectOf(rezip(plain, (text) => text.replace('prépayée', 'postpayée')))).toBe('wrong-digest');
  expect(defectOf(reseal(till, plain, (manifest) => (manifest['site'] = 'STD')))).toBe('bad-manifest');
  expect(defectOf(reseal(till, plain, (_, lines) => lines.push('{"t":"name"}')))).toBe('bad-record');
  expect(defectOf(reseal(till, plain, (_, lines) => lines.splice(1, 1)))).toBe('broken-chain');
  expect(defectOf(reseal(till, plain, (_, lines) => lines.splice(3, 1)))).toBe('broken-chain');
  expect(
    defectOf(
      reseal(till, plain, (_, lines) => (lines[0] = lines[0]?.replace('prépayée', 'postpayée') ?? '')),
    ),
  ).toBe('broken-chain');
  expect(defectOf(reseal(till, plain, (manifest) => (counts(manifest)['person'] = 1)))).toBe('wrong-counts');
  expect(
    defectOf(
      reseal(till, plain, (manifest) => {
        manifest['controls'] = { tenderCents: { cash: 1, bankCard: 0, structureCredit: 0 }, familyUnits: {} };
      }),
    ),
  ).toBe('wrong-controls');
});

test('an unknown schema is told with its number, under a valid seal only', () => {
  const till = newTestTill();
  const { plain } = liveDay(till);
  const newer = reseal(till, plain, (manifest) => {
    manifest['schemaVersion'] = batchSchemaVersion + 1;
    manifest['surprise'] = true;
  });
  const opened = openBatch(newer, verifierAmong([till.key]));
  expect(opened).toMatchObject({
    ok: false,
    refusal: { kind: 'unknown-schema', envelope: { till: 'PAR13-1', batchNo: 1 } },
  });
  expect(openBatch(newer, verifierAmong([newTestTill().key]))).toMatchObject({
    refusal: { kind: 'bad-seal' },
  });
});

test('a record of another till does not pass inside a sealed batch', () => {
  const till = newTestTill();
  const stranger = { ...newTestTill('STD-1'), key: till.key, signer: till.signer };
  const record = append(
    stranger,
    { chain: 'sale', type: 'sale', payload: salePayload(stranger), at: instant('2026-11-02T09:00:00.000Z') },
    firstDay,
  );
  const frozen = freeze(till, { businessDay: firstDay, headsBefore: noHeads, records: [record] });
  expect(openBatch(frozen.plain, verifierAmong([till.key]))).toMatchObject({
    refusal: { kind: 'broken-chain', defect: 'other-till' },
  });
});

test('a person record with a name in it is refused', () => {
  const till = newTestTill();
  const leaking = { ...registered('p-1').line, name: 'Fatou Diallo' } as unknown as BatchLine;
  const frozen = freeze(till, { businessDay: firstDay, headsBefore: noHeads, records: [leaking] });
  expect(openBatch(frozen.plain, verifierAmong([till.key]))).toMatchObject({
    refusal: { kind: 'bad-record' },
  });
});

test('a closing without sales still makes a batch', () => {
  const till = newTestTill();
  const frozen = liveDay(till, []);
  expect(frozen.fileName).toBe('PAR13-1-000001.comptoir');
  expect(openBatch(frozen.plain, verifierAmong([till.key])).ok).toBe(true);
});

test('freezing a chain with a hole throws', () => {
  const till = newTestTill();
  liveDay(till);
  const sale = append(
    till,
    { chain: 'sale', type: 'sale', payload: salePayload(till), at: instant('2026-11-02T09:00:00.000Z') },
    firstDay,
  );
  const hole = { businessDay: firstDay, headsBefore: noHeads, records: [sale] };
  expect(() => freeze(till, hole)).toThrow(/does not follow/);
  expect(sealBatch).toBeTypeOf('function');
});

test('a line about what no event of the batch tells is refused', () => {
  const { line } = registered('p-1');
  const { line: used } = windowOpened('p-1');
  const before = {
    t: 'before-signed' as const,
    line: { t: 'person-erased' as const, personId: brandAs<PersonId>('p-1'), on: firstDay },
  };
  for (const unsigned of [line, used, before]) {
    const till = newTestTill();
    const frozen = freeze(till, {
      businessDay: firstDay,
      headsBefore: noHeads,
      records: unsigned ? [unsigned] : [],
    });
    expect(openBatch(frozen.plain, verifierAmong([till.key]))).toMatchObject({
      refusal: { kind: 'unsigned-line', line: 2 },
    });
  }
});

test('a key of a person depends on the year, the name and the key, and says what it was made by', () => {
  const key = { year: 2026, key: Buffer.alloc(32, 7).toString('base64url') };
  const other = { year: 2026, key: Buffer.alloc(32, 8).toString('base64url') };
  const keys = [
    personKey(key, 1984, 'DIALO FATU'),
    personKey(key, 1985, 'DIALO FATU'),
    personKey(key, 1984, 'DIALO'),
    personKey(other, 1984, 'DIALO FATU'),
  ];
  expect(new Set(keys).size).toBe(4);
  expect(personKey(key, 1984, 'DIALO FATU')).toBe(keys[0]);
  expect(keys[0]).toMatch(/^p1:2026:[\w-]{43}$/);
});

test('what stands for a card is the same every time, and says nothing of its number', async () => {
  const salt = Buffer.alloc(32, 9).toString('base64url');
  const card = memberCardFrom('12345678');
  const [one, again, elsewhere] = await Promise.all([
    cardInHand(card, salt),
    cardInHand(card, salt),
    cardInHand(card, Buffer.alloc(32, 10).toString('base64url')),
  ]);
  expect(one).toEqual(again);
  expect(new Set([one.id, elsewhere.id, one.recipient, elsewhere.recipient]).size).toBe(4);
  expect(JSON.stringify(one)).not.toContain(card);
});
