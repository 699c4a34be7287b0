import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  iccidRange,
  looksLikeNir,
  luhnDigit,
  luhnHolds,
  memberCardFrom,
  mod97CheckDigits,
  readGtin,
  readIccid,
  readImei,
  readMemberCard,
  readVoucher,
} from '#domain/identifiers.ts';
import examples from '../data/identifiers.json' with { type: 'json' };

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((parts) => parts.join(''));

const withDigit = (text: string, at: number, digit: number): string =>
  text.slice(0, at) + String(digit) + text.slice(at + 1);

/** The text with the digit at `at` made another one. */
const damage = (text: string, at: number, shift: number): string =>
  withDigit(text, at, (Number(text[at]) + shift) % 10);

const boxOf = (first: string, last: string) => {
  const range = iccidRange(first, last);
  return range.ok ? range.value.map((card) => card.iccid) : range.refusal.reason;
};

const numbered = (body: string) => body + luhnDigit(body);

/** The key of 13 digits, none of which belongs to anybody here: commune and rank 999. */
const nirKey = (thirteen: string) => String(97n - (BigInt(thirteen) % 97n)).padStart(2, '0');

describe('ICCID', () => {
  test.each(examples.iccid.valid)('reads %s', (iccid) => {
    expect(readIccid(iccid)).toEqual({
      ok: true,
      value: { iccid, unitKey: iccid.slice(0, 19), issuer: iccid.slice(0, 6), confidence: 'valid' },
    });
  });

  test.each(examples.iccid.validAsPrinted)('reads %s as %s', (printed, iccid) => {
    expect(readIccid(printed ?? '')).toMatchObject({ ok: true, value: { iccid, confidence: 'valid' } });
  });

  test.each(examples.iccid.orangeFirst19)('reads %s, checked over its first 19 digits', (iccid) => {
    expect(readIccid(iccid)).toMatchObject({ ok: true, value: { iccid, confidence: 'valid' } });
  });

  test.each(examples.iccid.warn)('leaves %s to a human', (iccid) => {
    expect(readIccid(iccid)).toMatchObject({ ok: true, value: { iccid, confidence: 'confirm' } });
  });

  test.each(examples.iccid.invalid)('refuses %s', (iccid) => {
    expect(readIccid(iccid).ok).toBe(false);
  });

  test.each([
    ['89331042140212492506', 'wrong-check-digit'],
    ['89331042140212492', 'wrong-length'],
    ['88331042140212492505', 'wrong-prefix'],
    ['8933104214021249250X', 'not-digits'],
    ['', 'not-digits'],
  ])('says why it refuses "%s": %s', (text, reason) => {
    expect(readIccid(text)).toEqual({ ok: false, refusal: { reason } });
  });

  test('of 893310 with one wrong digit is always refused', () => {
    fc.assert(
      fc.property(
        digits(13),
        fc.integer({ min: 6, max: 19 }),
        fc.integer({ min: 1, max: 9 }),
        (rest, at, shift) => {
          const body = `893310${rest}`;
          const iccid = body + luhnDigit(body);
          expect(readIccid(iccid)).toMatchObject({ ok: true, value: { confidence: 'valid' } });
          expect(readIccid(damage(iccid, at, shift)).ok).toBe(false);
        },
      ),
    );
  });

  test('of 19 digits with one wrong digit is left to a human', () => {
    fc.assert(
      fc.property(
        digits(12),
        fc.integer({ min: 6, max: 18 }),
        fc.integer({ min: 1, max: 9 }),
        (rest, at, shift) => {
          const body = `893315${rest}`;
          const read = readIccid(damage(body + luhnDigit(body), at, shift));
          expect(read).toMatchObject({ ok: true, value: { confidence: 'confirm' } });
        },
      ),
    );
  });
});

describe('a box of SIM cards', () => {
  test('is counted before the check digit, made anew for each card of 20 digits', () => {
    expect(boxOf('89331042140212492505', numbered('8933104214021249252'))).toEqual([
      '89331042140212492505',
      numbered('8933104214021249251'),
      numbered('8933104214021249252'),
    ]);
  });

  test('is counted over 18 digits where the ICCID has 19', () => {
    expect(boxOf('8933150116110005978', numbered('893315011611000599'))).toEqual([
      '8933150116110005978',
      numbered('893315011611000598'),
      numbered('893315011611000599'),
    ]);
  });

  test('keeps the digit that an issuer adds after the check digit', () => {
    const last = `${numbered('893301231078052895')}0`;
    expect(boxOf('89330123107805289340', last)).toEqual([
      '89330123107805289340',
      `${numbered('893301231078052894')}0`,
      last,
    ]);
  });

  test('carries over tens', () => {
    expect(boxOf(numbered('8933104214021249999'), numbered('8933104214021250000'))).toEqual([
      numbered('8933104214021249999'),
      numbered('8933104214021250000'),
    ]);
  });

  test('of one card is that card', () => {
    expect(boxOf('8933104214 0212492505', '89331042140212492505')).toEqual(['89331042140212492505']);
  });

  test.each([
    ['first-unreadable', '89331042140212492506', '89331042140212492505'],
    ['last-unreadable', '89331042140212492505', ''],
    ['lengths-differ', '8933150116110005978', numbered('8933150116110005978')],
    ['issuers-differ', '89331042140212492505', '89332401000015992403'],
    ['no-check-digit', '89330061100000000831', '89330061100000000831'],
    ['last-before-first', numbered('8933104214021249251'), '89331042140212492505'],
    ['too-many', numbered('8933104214021249000'), numbered('8933104214021249500')],
  ])('is refused: %s', (reason, first, last) => {
    expect(boxOf(first, last)).toBe(reason);
  });

  test('holds 500 cards at most, every one of them valid and different', () => {
    const range = iccidRange(numbered('8933104214021249000'), numbered('8933104214021249499'));
    const cards = range.ok ? range.value : [];
    expect(new Set(cards.map((card) => card.unitKey)).size).toBe(500);
    expect(cards.every((card) => luhnHolds(card.iccid))).toBe(true);
  });
});

describe('IMEI', () => {
  test.each(examples.imei.valid)('reads %s', (imei) => {
    expect(readImei(imei)).toEqual({ ok: true, value: { imei, isSv: false } });
  });

  test.each(examples.imei.invalid)('refuses %s', (imei) => {
    expect(readImei(imei).ok).toBe(false);
  });

  test.each(examples.imei.imeisv)(
    'reads %s, with a software version, as the phone it belongs to',
    (imeisv) => {
      expect(readImei(imeisv)).toEqual({ ok: true, value: { imei: '490154203237518', isSv: true } });
    },
  );

  test('is read as phones show it', () => {
    expect(readImei('49-015420-323751-8')).toEqual(readImei('490154203237518'));
  });
});

describe('product codes', () => {
  test.each([...examples.ean13.valid, ...examples.ean8.valid])('read %s', (ean) => {
    expect(readGtin(ean)).toEqual({ ok: true, value: { gtin14: ean.padStart(14, '0'), ean } });
  });

  test.each([...examples.ean13.invalid, ...examples.ean8.invalid])('refuse %s', (ean) => {
    expect(readGtin(ean)).toEqual({ ok: false, refusal: { reason: 'wrong-check-digit' } });
  });

  test('of America come to the same GTIN-14 as their European form', () => {
    for (const [index, upc] of examples.upca.valid.entries()) {
      const gtin14 = examples.upca.gtin14[index];
      expect(readGtin(upc)).toEqual({ ok: true, value: { gtin14, ean: upc } });
      expect(readGtin(`0${upc}`)).toMatchObject({ value: { gtin14 } });
    }
  });
});

describe('voucher', () => {
  const printed = ['001-00007-98', '002-00007-22', '003-00007-43', '004-00007-64', '005-00007-85'].concat([
    '006-00007-09',
    '007-00007-30',
    '008-00007-51',
    '009-00007-72',
  ]);

  test.each(printed)('%s is read in its three forms', (voucher) => {
    const [prescriberNumber, number] = voucher.split('-');
    const bare = voucher.replaceAll('-', '');
    for (const text of [voucher, bare, `V${bare}`, `v${bare}`]) {
      expect(readVoucher(text)).toEqual({ ok: true, value: { voucher, prescriberNumber, number } });
    }
  });

  test.each([
    ['001-00007-97', 'wrong-check-digit'],
    ['001-00007-9', 'wrong-form'],
    ['W0010000798', 'wrong-form'],
    ['', 'wrong-form'],
  ])('refuses "%s": %s', (text, reason) => {
    expect(readVoucher(text)).toEqual({ ok: false, refusal: { reason } });
  });

  test('takes one pair of check digits a number, never their equal modulo 97', () => {
    const accepted = Array.from({ length: 100 }, (_, check) => `00100007${String(check).padStart(2, '0')}`);
    expect(accepted.filter((text) => readVoucher(text).ok)).toEqual(['0010000798']);
  });

  test('with one wrong digit or two neighbours swapped is always refused', () => {
    fc.assert(
      fc.property(
        digits(8),
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        (body, at, shift) => {
          const voucher = body + mod97CheckDigits(body);
          expect(readVoucher(voucher).ok).toBe(true);
          expect(readVoucher(damage(voucher, at, shift)).ok).toBe(false);
          const [left, right] = [voucher[at], voucher[at + 1]];
          if (right === undefined || left === right) return;
          const swapped = voucher.slice(0, at) + right + left + voucher.slice(at + 2);
          expect(readVoucher(swapped).ok).toBe(false);
        },
      ),
    );
  });
});

describe('member card', () => {
  test('made from any seven digits is read', () => {
    fc.assert(
      fc.property(digits(7), (seven) => {
        const card = memberCardFrom(seven);
        expect(card).toMatch(/^47\d{8}$/);
        expect(readMemberCard(card)).toEqual({ ok: true, value: card });
      }),
    );
  });

  test('ends with a Luhn digit', () => {
    expect(memberCardFrom('1108230')).toBe('4711082307');
  });

  test.each([
    ['4711082308', 'wrong-check-digit'],
    ['471108230', 'wrong-length'],
    ['4811082306', 'wrong-prefix'],
    ['47110B2307', 'not-digits'],
  ])('refuses %s: %s', (text, reason) => {
    expect(readMemberCard(text)).toEqual({ ok: false, refusal: { reason } });
  });

  test('is made from seven digits and nothing else', () => {
    expect(() => memberCardFrom('123456')).toThrow(RangeError);
  });
});

describe('social security number', () => {
  const fictitious = '1999913999999';
  const spaced = `2 84 12 99 999 999 ${nirKey('2841299999999')}`;

  test.each([
    ['15 digits with their key', '2841299999999' + nirKey('2841299999999')],
    ['spaced', spaced],
    ['in a sentence', `son numéro : ${spaced}, à rappeler`],
    ['after an IMEI', `490154203237518, ${spaced}`],
    ['13 digits', '2841299999999'],
    ['13 digits with an unknown month', fictitious],
    ['Corse-du-Sud', `199072A999999${nirKey('1990719999999')}`],
    ['Haute-Corse', `199072B999999${nirKey('1990718999999')}`],
  ])('is noticed: %s', (_, text) => {
    expect(looksLikeNir(text)).toBe(true);
  });

  test.each([
    ['15 digits with another key', `2841299999999${nirKey('2841299999998')}`],
    ['an IMEI', '490154203237518'],
    ['an ICCID', '89331042140212492505'],
    ['a phone number', '06 12 34 56 78'],
    ['a month that is none', '2841399999999'],
    ['nothing', ''],
  ])('is not seen in %s', (_, text) => {
    expect(looksLikeNir(text)).toBe(false);
  });
});
