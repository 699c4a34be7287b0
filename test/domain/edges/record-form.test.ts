import { expect, test } from 'vitest';
import { canonicalText, isRecord, parseRecord, recordSigningText } from '#domain/journal.ts';

const record = {
  v: 1,
  chain: 'sale',
  seq: 1,
  at: '2026-11-22T09:00:00.000Z',
  businessDay: '2026-11-22',
  till: 'PAR13-1',
  type: 'sale',
  payload: { a: 1 },
  previousHash: '0'.repeat(64),
  keyId: 'K1',
};

test('what has the fields of every version is a record', () => {
  expect(isRecord(record)).toBe(true);
  expect(isRecord({ ...record, more: 'of a later version' })).toBe(true);
  expect(parseRecord(canonicalText(record))).toEqual(record);
});

test.each([
  ['null', null],
  ['a text', 'record'],
  ['a number', 3],
  ['nothing', undefined],
])('%s is no record', (_what, value) => {
  expect(isRecord(value)).toBe(false);
});

test.each([
  ['v', '1'],
  ['v', 1.5],
  ['chain', 'sales'],
  ['chain', 1],
  ['seq', '1'],
  ['seq', 0.5],
  ['payload', null],
  ['payload', 'text'],
  ['at', 1],
  ['businessDay', 1],
  ['till', null],
  ['type', 2],
  ['previousHash', 0],
  ['keyId', {}],
])('one whose %s is %j is none', (field, value) => {
  expect(isRecord({ ...record, [field]: value })).toBe(false);
});

test.each(Object.keys(record))('one without its %s is none', (field) => {
  const { [field as keyof typeof record]: _left, ...rest } = record;
  expect(isRecord(rest)).toBe(false);
  expect(parseRecord(canonicalText(rest))).toBeNull();
});

test('bytes that are not its canonical form, or nothing at all, give no record', () => {
  expect(parseRecord(JSON.stringify(record, null, 1))).toBeNull();
  expect(parseRecord('{')).toBeNull();
  expect(parseRecord('null')).toBeNull();
});

test('the text that is signed names its purpose', () => {
  expect(recordSigningText('abc')).toBe('comptoir/record/1\nabc');
});

test('what JSON cannot carry has no canonical form', () => {
  expect(() => canonicalText(() => 1)).toThrow('value has no canonical form');
});
