import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { azertyDigits, readScan } from '#domain/nomenclature.ts';
import examples from '../data/identifiers.json' with { type: 'json' };

const pattern = String.raw`^[A-Z]{2}SM2\d-\d{4}$`;
const scan = (text: string, aim?: string) =>
  readScan({ readings: [text], ...(aim !== undefined && { aim }) }, pattern);

const scanBoth = (...readings: string[]) => readScan({ readings }, pattern);

describe('one scan', () => {
  test.each([
    ['4711082307', { kind: 'member-card', card: '4711082307' }],
    [
      '8933 1042 1402 1249 2505',
      { kind: 'iccid', iccid: '89331042140212492505', unitKey: '8933104214021249250', confidence: 'valid' },
    ],
    [
      '89330061100000000831',
      { kind: 'iccid', iccid: '89330061100000000831', unitKey: '8933006110000000083', confidence: 'confirm' },
    ],
    ['490154203237518', { kind: 'imei', imei: '490154203237518', unitKey: '490154203237518' }],
    ['4901542032375101', { kind: 'imei', imei: '490154203237518', unitKey: '490154203237518' }],
    ['3046920029759', { kind: 'product', gtin14: '03046920029759', ean: '3046920029759' }],
    ['036000291452', { kind: 'product', gtin14: '00036000291452', ean: '036000291452' }],
    ['96385074', { kind: 'product', gtin14: '00000096385074', ean: '96385074' }],
    ['PASM25-0105', { kind: 'device-label', label: 'PASM25-0105', unitKey: 'PASM25-0105' }],
    ['V0010000798', { kind: 'voucher', voucher: '001-00007-98', prescriberNumber: '001' }],
    ['001-00007-98', { kind: 'voucher', voucher: '001-00007-98', prescriberNumber: '001' }],
    ['CR1.HQ1.ABC.001', { kind: 'signed-referral', code: 'CR1.HQ1.ABC.001' }],
    ['PAR13-1-2026-000042', { kind: 'ticket', number: 'PAR13-1-2026-000042' }],
    ['!EXACT', { kind: 'command', command: 'exact' }],
    ['!OK', { kind: 'command', command: 'ok' }],
    ['!NEXT', { kind: 'command', command: 'next' }],
    ['!BACK', { kind: 'command', command: 'back' }],
    ['R58M30ABCDE', { kind: 'serial', serial: 'R58M30ABCDE', unitKey: 'R58M30ABCDE' }],
    ['r58m30abcde', { kind: 'serial', serial: 'R58M30ABCDE', unitKey: 'R58M30ABCDE' }],
    ['0010000798', { kind: 'serial', serial: '0010000798', unitKey: '0010000798' }],
  ])('%s is %o', (text, meaning) => {
    expect(scan(text)).toEqual(meaning);
  });

  test.each([
    ['iccid', '89331042140212492506'],
    ['iccid', '89331042140212492'],
    ['iccid', '88331042140212492505'],
    ['iccid', '8933104214021249250X'],
    ['imei', '490154203237519'],
    ['product', '4006381333932'],
    ['product', '96385075'],
    ['member-card', '4711082308'],
    ['voucher', 'V0010000797'],
    ['voucher', '001-00007-97'],
    ['unknown', '!FIRE'],
    ['link', 'https://example.org/'],
    ['unknown', ''],
  ])('is a damaged %s: %s', (what, text) => {
    expect(scan(text)).toEqual({ kind: 'damaged', what, text });
  });

  test('is never a voucher when it is ten bare digits: only a member card has that form', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999_999 }), (number) => {
        expect(scan(String(number).padStart(10, '0')).kind).not.toBe('voucher');
      }),
    );
  });

  test('has a meaning, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.option(fc.constantFrom(']d2', ']C0'), { nil: undefined }),
        (text, aim) => {
          expect(scan(text, aim).kind).toEqual(expect.any(String));
        },
      ),
    );
  });
});

describe('GS1 symbols', () => {
  test.each(examples.gs1)('$text of a $aim symbol is a product', ({ aim, text, gtin, serial }) => {
    expect(scan(text, aim)).toEqual({ kind: 'product', gtin14: gtin, ean: '3046920029759', serial });
  });

  test.each([']d2', ']C1', ']e0', ']Q3'])('%s is known when the scanner writes it in front', (aim) => {
    expect(scan(`${aim}0103046920029759`)).toEqual(scan('0103046920029759', aim));
    expect(scan(`${aim}0103046920029759`)).toMatchObject({ kind: 'product', gtin14: '03046920029759' });
  });

  test('with a wrong check digit are damaged products', () => {
    expect(scan('0103046920029758', ']d2')).toMatchObject({ kind: 'damaged', what: 'product' });
  });

  test('with a serial number alone are serial numbers', () => {
    expect(scan('21SER9', ']d2')).toEqual({ kind: 'serial', serial: 'SER9', unitKey: 'SER9' });
  });

  test('an AIM identifier of another symbol changes nothing', () => {
    expect(scan(']C04711082307')).toEqual(scan('4711082307'));
  });
});

describe('two readings of one scan', () => {
  test('the checksum chooses, whichever comes first', () => {
    const iccid = '89331042140212492505';
    const azerty = '_ç""&à\'é&\'àé&éçé(à(';
    expect(scanBoth(azerty, iccid)).toEqual(scan(iccid));
    expect(scanBoth(iccid, azerty)).toEqual(scan(iccid));
  });

  test('a form chooses where there is no checksum', () => {
    expect(scanBoth('PQS?é(-à&à(', 'PASM25-0105')).toEqual(scan('PASM25-0105'));
    expect(scanBoth('1EXQCT', '!EXACT')).toEqual(scan('!EXACT'));
    expect(scanBoth('CR&:HQ&:QBC', 'CR1.HQ1.ABC')).toEqual(scan('CR1.HQ1.ABC'));
  });

  test('a damaged number comes before an unknown serial number', () => {
    expect(scanBoth('ABCD1234', '89331042140212492506')).toMatchObject({ kind: 'damaged', what: 'iccid' });
  });

  test('the first one stays when both are as sure', () => {
    expect(scanBoth('WQA12', 'ZAQ12')).toMatchObject({ kind: 'serial', serial: 'WQA12' });
  });
});

describe('a scanner set to a US keyboard on a French one', () => {
  test.each(examples.wedge.azertyKeysForUsProgrammedScanner)('types %s for %s', (typed, digits) => {
    expect(azertyDigits(typed ?? '')).toBe(digits);
  });

  test('is understood from its characters alone', () => {
    expect(scan('\'è&&à_é"àè')).toEqual({ kind: 'member-card', card: '4711082307' });
    expect(scan('Vàà&ààààèçç')).toEqual({ kind: 'damaged', what: 'voucher', text: 'V0010000799' });
    expect(scan('Vàà&ààààèç_')).toMatchObject({ kind: 'voucher', voucher: '001-00007-98' });
  });
});

describe('device labels', () => {
  test('must fit the whole pattern', () => {
    expect(readScan({ readings: ['XPASM25-01059'] }, String.raw`[A-Z]{2}SM2\d-\d{4}`).kind).toBe('serial');
  });

  test('never hide what a checksum proves', () => {
    expect(readScan({ readings: ['4711082307'] }, '.*').kind).toBe('member-card');
  });
});
