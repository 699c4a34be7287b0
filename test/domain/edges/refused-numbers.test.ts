import { expect, test } from 'vitest';
import {
  iccidRange,
  luhnHolds,
  memberCardFrom,
  readGtin,
  readIccid,
  readImei,
  readVoucher,
} from '#domain/identifiers.ts';
import { readScan } from '#domain/nomenclature.ts';

// Why a number is refused is what the desk is told: "too short" is typed again, "wrong digit" is looked at.

const why = (read: { readonly ok: boolean; readonly refusal?: { readonly reason: string } }): string =>
  read.refusal?.reason ?? 'ok';

test.each([
  ['x56938030010004', 'not-digits'],
  ['35693803001000x', 'not-digits'],
  ['', 'not-digits'],
  ['35693803001000', 'wrong-length'],
  ['35693803001000412', 'wrong-length'],
  ['356938030010005', 'wrong-check-digit'],
  ['356938030010004', 'ok'],
  ['35-693803-001000-4', 'ok'],
  ['3569380300100001', 'ok'],
])('a phone’s number %j: %s', (text, reason) => {
  expect(why(readImei(text))).toBe(reason);
});

test.each([
  ['x000000000022', 'not-digits'],
  ['200000000002x', 'not-digits'],
  ['20000000000', 'wrong-length'],
  ['200000000002200', 'wrong-length'],
  ['2000000000023', 'wrong-check-digit'],
  ['2000000000022', 'ok'],
  ['02000000000022', 'ok'],
  ['96385074', 'ok'],
])('an article’s number %j: %s', (text, reason) => {
  expect(why(readGtin(text))).toBe(reason);
});

test.each([
  ['x9331000042000000005', 'not-digits'],
  ['8933100004200000000x', 'not-digits'],
  ['F89331000042000000005', 'not-digits'],
  ['89331000042000000005F', 'ok'],
  ['89331000042000000005f', 'ok'],
  ['88331000042000000005', 'wrong-prefix'],
  ['893310000420000000', 'wrong-length'],
])('a card’s number %j: %s', (text, reason) => {
  expect(why(readIccid(text))).toBe(reason);
});

test.each([
  ['002-00007-22', 'ok'],
  ['V0020000722', 'ok'],
  ['v002\u201100007\u201322', 'ok'],
  ['X002-00007-22', 'wrong-form'],
  ['002-00007-222', 'wrong-form'],
  ['002-00007-23', 'wrong-check-digit'],
])('a voucher %j: %s', (text, reason) => {
  expect(why(readVoucher(text))).toBe(reason);
});

test('Luhn holds for digits alone, two at least', () => {
  expect(['18', 'x18', '18x', '0', '00', ''].map(luhnHolds)).toEqual([
    true,
    false,
    false,
    false,
    true,
    false,
  ]);
});

test.each(['123456', '123456789', 'x1234567', '1234567x', '123456x'])('%j makes no member card', (digits) => {
  expect(() => memberCardFrom(digits)).toThrow('eight digits, once seven');
});

test('a box is no box when its last number cannot be read', () => {
  const [first, last] = ['89331000042000000005', '89331000042000000377'];
  expect(iccidRange(first, last)).toMatchObject({ ok: true });
  expect(why(iccidRange(first, '89331000042000000378'))).toBe('last-unreadable');
});

const read = (...readings: readonly string[]) => readScan({ readings }, '[A-Z]{2}SM\\d\\d-\\d{4}');

test('the surest meaning of several readings wins, the first among equals', () => {
  const confirm = '8988211000000000009';
  const card = { kind: 'member-card', card: '4711082307' };
  expect(read('4711082307', 'ABCD')).toMatchObject(card);
  expect(read('ABCD', '4711082307')).toMatchObject(card);
  expect(read('ABCD', 'EFGH')).toMatchObject({ kind: 'serial', serial: 'ABCD' });
  expect(read('PASM25-0100', 'ABCD')).toMatchObject({ kind: 'device-label', label: 'PASM25-0100' });
  expect(read(confirm, 'PASM25-0100')).toMatchObject({ kind: 'device-label' });
  expect(read('PASM25-0100', '89331000042000000005')).toMatchObject({ kind: 'iccid', confidence: 'valid' });
  expect(read('4711082308', 'ABCD')).toEqual({ kind: 'damaged', what: 'member-card', text: '4711082308' });
  expect(read(' ?? ')).toEqual({ kind: 'damaged', what: 'unknown', text: '??' });
  expect(read()).toEqual({ kind: 'damaged', what: 'unknown', text: '' });
});

test.each([['x4711082307'], ['4711082307x'], ['x002-00007-22'], ['89331000042000000005-']])(
  '%j is none of the numbers it holds',
  (text) => {
    expect(read(text).kind).toBe('serial');
  },
);

test('an AIM identifier in front of a reading is taken off, with blanks around both', () => {
  const card = { kind: 'member-card', card: '4711082307' };
  expect(read(']C0 4711082307 ')).toEqual(card);
  expect(read(' ]C04711082307')).toEqual(card);
  expect(read(']C0').kind).toBe('damaged');
  expect(read('x]C04711082307').kind).not.toBe('member-card');
});
