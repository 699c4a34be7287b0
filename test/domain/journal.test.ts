import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type KeyId, type TillId, brandAs } from '#domain/ids.ts';
import {
  type JournalRecord,
  type SealedRecord,
  canonicalText,
  firstPreviousHash,
  parseRecord,
  recordDefect,
  sealRecord,
  signatureMark,
} from '#domain/journal.ts';
import { day, instant } from '#domain/time.ts';
import { newSigningKey, sha256Hex, signerFor, verifierAmong } from '#exchange/crypto.ts';

const key = newSigningKey();
const other = newSigningKey();
const seal = { sha256: sha256Hex, sign: signerFor(key.privateKey) };
const check = { sha256: sha256Hex, verify: verifierAmong([key, other]) };

const record = (seq: number, previousHash: string, change: Partial<JournalRecord> = {}): JournalRecord => ({
  v: 1,
  chain: 'sale',
  seq,
  at: instant('2026-11-22T09:30:00.000Z'),
  businessDay: day('2026-11-22'),
  till: brandAs<TillId>('PAR13-1'),
  type: 'sale',
  payload: { totalCents: 500, label: 'Carte prépayée — « é » €', lines: [{ quantity: 1 }, { quantity: 2 }] },
  previousHash,
  keyId: key.keyId,
  ...change,
});

function chainOf(length: number): SealedRecord[] {
  const sealed: SealedRecord[] = [];
  for (let seq = 1; seq <= length; seq += 1)
    sealed.push(sealRecord(record(seq, sealed.at(-1)?.hash ?? firstPreviousHash), seal));
  return sealed;
}
const chain = chainOf(5);
const [first, second] = chain as [SealedRecord, SealedRecord];

/** The first defect of a chain, and where. */
function defectOf(records: readonly SealedRecord[]): { readonly at: number; readonly defect: string } | null {
  let previous: SealedRecord | null = null;
  for (const [at, one] of records.entries()) {
    const defect = recordDefect(one, previous, check);
    if (defect) return { at, defect };
    previous = one;
  }
  return null;
}

const anyJson = fc.dictionary(fc.string(), fc.jsonValue({ noUnicodeString: false }));

describe('canonical bytes', () => {
  test('sort the keys, leave no space, and keep every character', () => {
    expect(canonicalText({ b: 1, a: [true, null, 'é€'], '10': { z: 0, y: -0 } })).toBe(
      '{"10":{"y":0,"z":0},"a":[true,null,"é€"],"b":1}',
    );
  });

  test.each([
    ['not a number', { a: Number.NaN }],
    ['infinity', { a: Number.POSITIVE_INFINITY }],
    ['a big integer', { a: 1n }],
    ['half a character', { a: '\ud800' }],
  ])('are refused for %s', (_, value) => {
    expect(() => canonicalText(value)).toThrow();
  });

  test('re-encode to themselves, whatever order the keys came in', () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        const text = canonicalText(value);
        const turned = Object.fromEntries(Object.entries(value).toReversed());
        expect(canonicalText(JSON.parse(text) as object)).toBe(text);
        expect(canonicalText(turned)).toBe(text);
      }),
    );
  });

  test('are read back as the record', () => {
    fc.assert(
      fc.property(anyJson, (payload) => {
        const { bytes } = sealRecord(record(1, firstPreviousHash, { payload }), seal);
        expect(canonicalText(parseRecord(bytes) ?? {})).toBe(bytes);
      }),
    );
  });

  test.each([
    ['a space', first.bytes.replace(':', ': ')],
    ['keys out of order', `{"v":1,${first.bytes.slice(1).replace(',"v":1', '')}`],
    ['a key twice', first.bytes.replace('"seq":1', '"seq":2,"seq":1')],
    ['an escaped letter', first.bytes.replace('é', '\\u00e9')],
    ['another form of a number', first.bytes.replace('500', '5e2')],
    ['a line end', `${first.bytes}\n`],
    ['a cut', first.bytes.slice(0, -1)],
    ['no text', ''],
    ['null', 'null'],
  ])('are not canonical with %s, though their hash and signature hold', (_, bytes) => {
    const hash = sha256Hex(bytes);
    const signature = seal.sign(`comptoir/record/1\n${hash}`);
    expect(recordDefect({ ...first, bytes, hash, signature }, null, check)).toBe('not-canonical');
  });
});

describe('a sealed record', () => {
  test('keeps its bytes, their hash, and the signature over it', () => {
    const bytes = canonicalText(record(1, firstPreviousHash));
    const hash = sha256Hex(bytes);
    expect(first).toEqual({
      chain: 'sale',
      seq: 1,
      bytes,
      hash,
      signature: seal.sign(`comptoir/record/1\n${hash}`),
    });
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(first.signature).toMatch(/^[\w-]{86}$/);
  });

  test('hashes once', () => {
    let hashed = 0;
    sealRecord(record(1, firstPreviousHash), { ...seal, sha256: (text) => `${(hashed += 1)}${text.length}` });
    expect(hashed).toBe(1);
  });

  test('shows characters 3, 7, 13 and 19 of its signature', () => {
    expect(signatureMark('ABCDEFGHIJKLMNOPQRSTUVWXYZ')).toBe('CGMS');
  });
});

describe('a chain', () => {
  test('that nobody touched holds', () => {
    expect(defectOf(chain)).toBeNull();
    expect(recordDefect(second, first, { sha256: sha256Hex })).toBeNull();
  });

  test.each<[string, Partial<SealedRecord>, string]>([
    ['another chain', { chain: 'event' }, 'wrong-chain'],
    ['another number', { seq: 3 }, 'wrong-sequence'],
    ['a hash in capitals', { hash: second.hash.toUpperCase() }, 'wrong-hash'],
    ['the signature of another record', { signature: first.signature }, 'wrong-signature'],
    ['padding on its signature', { signature: `${second.signature}==` }, 'wrong-signature'],
    ['no signature', { signature: '' }, 'wrong-signature'],
  ])('is broken by a row with %s', (_, change, defect) => {
    expect(recordDefect({ ...second, ...change }, first, check)).toBe(defect);
  });

  const reseal = (change: Partial<JournalRecord>): SealedRecord =>
    sealRecord(record(2, first.hash, change), seal);
  test.each<[string, Partial<JournalRecord>, string]>([
    ['after a gap', { seq: 3 }, 'wrong-sequence'],
    ['that starts again', { seq: 1 }, 'wrong-sequence'],
    ['linked to another record', { previousHash: second.hash }, 'broken-link'],
    ['linked to nothing', { previousHash: firstPreviousHash }, 'broken-link'],
    ['under the name of another key', { keyId: other.keyId }, 'wrong-signature'],
    ['under a key that nobody knows', { keyId: brandAs<KeyId>('UNKNOWN1') }, 'wrong-signature'],
  ])('is broken by a record well sealed %s', (_, change, defect) => {
    expect(recordDefect(reseal(change), first, check)).toBe(defect);
  });

  test('never starts with a link', () => {
    expect(recordDefect(sealRecord(record(1, second.hash), seal), null, check)).toBe('broken-link');
    expect(recordDefect(second, null, check)).toBe('wrong-sequence');
  });

  test('that was touched in one character never verifies', () => {
    const field = fc.constantFrom('bytes' as const, 'hash' as const, 'signature' as const);
    const position = fc.integer({ min: 0, max: 2 ** 20 });
    fc.assert(
      fc.property(
        fc.nat(chain.length - 1),
        field,
        position,
        fc.integer({ min: 1, max: 127 }),
        (at, of, where, by) => {
          const touched = chain.map((one, index) => {
            if (index !== at) return one;
            const text = one[of];
            const place = where % text.length;
            const letter = String.fromCodePoint((text.codePointAt(place) ?? 0) ^ by);
            return { ...one, [of]: text.slice(0, place) + letter + text.slice(place + 1) };
          });
          const found = defectOf(touched);
          expect(found?.at).toBe(at);
          expect(found?.defect).toBe(of === 'signature' ? 'wrong-signature' : 'wrong-hash');
        },
      ),
      { numRuns: 500 },
    );
  });

  test('with a record touched and hashed anew is found by its signature, or by the next link', () => {
    const bytes = second.bytes.replace('"totalCents":500', '"totalCents":100');
    const hash = sha256Hex(bytes);
    expect(defectOf(chain.with(1, { ...second, bytes, hash }))).toEqual({ at: 1, defect: 'wrong-signature' });
    const signature = seal.sign(`comptoir/record/1\n${hash}`);
    expect(defectOf(chain.with(1, { ...second, bytes, hash, signature }))).toEqual({
      at: 2,
      defect: 'broken-link',
    });
  });

  test('never verifies in another order, with a record taken out or put in twice', () => {
    const two = fc.tuple(fc.nat(4), fc.nat(4)).filter(([a, b]) => a !== b);
    fc.assert(
      fc.property(two, ([a, b]) => {
        const swapped = chain.with(a, chain[b] as SealedRecord).with(b, chain[a] as SealedRecord);
        expect(defectOf(swapped)?.at).toBe(Math.min(a, b));
        expect(defectOf(chain.toSpliced(a, 0, chain[b] as SealedRecord))).not.toBeNull();
        if (a < chain.length - 1) expect(defectOf(chain.toSpliced(a, 1))?.at).toBe(a);
      }),
    );
  });

  test('does not see that its tail was cut: the head file holds that', () => {
    expect(defectOf(chain.slice(0, 3))).toBeNull();
  });
});
