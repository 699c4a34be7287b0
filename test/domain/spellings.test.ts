import { describe, expect, test } from 'vitest';
import { type ScanMeaning, readScan } from '#domain/nomenclature.ts';

// A number is the same number however it is printed, sent by a scanner or shown beside others.

const pattern = String.raw`^[A-Z]{2}SM2\d-\d{4}$`;
const read = (text: string, aim?: string): ScanMeaning =>
  readScan({ readings: [text], ...(aim !== undefined && { aim }) }, pattern);

const iccid = '8933101234567890121';
const imei = '490154203237518';
const ean = '3046920029759';
const card = '4711082307';
const voucher = '001-00007-98';
const by = (size: number, text: string, sign: string): string =>
  (text.match(new RegExp(`.{1,${size}}`, 'g')) ?? []).join(sign);

const ways: Readonly<Record<string, (code: string) => string>> = {
  'as it is': (code) => code,
  'in groups': (code) => by(4, code, ' '),
  'in groups with dashes': (code) => by(4, code, '-'),
  'in groups with long dashes': (code) => by(4, code, '\u2013'),
  'with no-break spaces': (code) => by(4, code, '\u202f'),
  'with points': (code) => by(3, code, '.'),
  'framed by STX and ETX': (code) => `\u0002${code}\u0003`,
  'with a line end': (code) => `${code}\r\n`,
  'with a tab and spaces': (code) => `  ${code}\t`,
};
const names: Readonly<Record<string, readonly string[]>> = {
  iccid: ['ICCID:', 'ICCID ', 'iccid=', 'SIM: ', 'ICCID'],
  imei: ['IMEI', 'IMEI: ', 'IMEI1 ', 'IMEI 1: ', 'IMEI2:', 'imei/', 'N° IMEI '].filter(
    (one) => !one.endsWith('/'),
  ),
  product: ['EAN ', 'EAN-13: ', 'GTIN:', 'EAN13 '],
  'member-card': ['Carte ', 'CARTE: ', 'N° carte '],
  voucher: ['Bon ', 'BON : ', 'bon n° '].filter((one) => !one.includes('n°')),
};
const codes = { iccid, imei, product: ean, 'member-card': card } as const;

const spelt = Object.entries(codes).flatMap(([kind, code]) => [
  ...Object.entries(ways).map(([way, write]) => [kind, way, write(code), code] as const),
  ...(names[kind] ?? []).flatMap((name) => [
    [kind, `after ${name}`, name + code, code] as const,
    [kind, `in groups after ${name}`, name + by(4, code, ' '), code] as const,
  ]),
]);

describe('a number in many spellings', () => {
  test.each(spelt)('%s %s', (kind, _way, text, code) => {
    const meaning = read(text);
    expect(meaning.kind).toBe(kind);
    expect(JSON.stringify(meaning)).toContain(code);
  });

  test.each([
    'V0010000798',
    voucher,
    '001 00007 98',
    ...(names['voucher'] ?? []).map((name) => name + voucher),
  ])('voucher %s', (text) => {
    expect(read(text).kind === 'voucher' || text === '001 00007 98').toBe(true);
  });

  test.each([
    ['a line with a PUK under it', `${iccid}\nPUK 12345678`, 'iccid', iccid],
    ['a PIN and a PUK on one line', `${iccid} PIN 0000 PUK: 12345678`, 'iccid', iccid],
    ['a PUK alone before it', `PUK1:12345678;ICCID:${iccid}`, 'iccid', iccid],
    ['two IMEIs of one phone', `IMEI1:${imei};IMEI2:490154203237526`, 'imei', imei],
    ['two IMEIs with a slash', `${imei} / 490154203237526`, 'imei', imei],
    ['an IMEI in its old groups', '49-015420-323751-8', 'imei', imei],
    ['an ICCID in base sixteen', '898600B5123456789012', 'iccid', '898600B5123456789012'],
    ['a GS1 Digital Link', 'https://id.gs1.org/01/09501101530003/21/ABC123', 'product', 'ABC123'],
    [
      'a GS1 Digital Link with a question',
      'https://brand.example/01/09501101530003?l=fr',
      'product',
      '9501101530003',
    ],
    ['a serial number that begins as a name does', 'SN12345ABC', 'serial', 'SN12345ABC'],
  ])('%s', (_what, text, kind, shown) => {
    const meaning = read(text);
    expect(meaning.kind).toBe(kind);
    const said = JSON.stringify(meaning);
    expect(said).toContain(shown);
    expect(said).not.toContain('12345678"');
  });

  test.each([
    ['\u001d', '010200000000013821ABC123\u001d10LOT5'],
    ['{GS}', '010200000000013821ABC123{GS}10LOT5'],
    ['^]', '010200000000013821ABC123^]10LOT5'],
    ['|', '010200000000013821ABC123|10LOT5'],
  ])('a GS1 separator sent as %j', (_sign, text) => {
    expect(read(`]d2${text}`)).toEqual({
      kind: 'product',
      gtin14: '02000000000138',
      ean: '2000000000138',
      serial: 'ABC123',
    });
  });
});

describe('what is no code of ours', () => {
  test.each([
    ['000000000000000', 'imei'],
    ['0000000000000', 'product'],
    ['https://example.org/produit/12', 'link'],
    ['www.example.org', 'link'],
    // Made up, with true keys; the first is also a number that Luhn lets pass.
    ['184127645113597', 'nir'],
    ['184127645108946', 'nir'],
    ['1 84 12 76 451 089 46', 'nir'],
    ['NIR 184127645108946', 'nir'],
  ])('%s is a damaged %s', (text, what) => {
    const meaning = read(text);
    expect(meaning).toMatchObject({ kind: 'damaged', what });
    if (what === 'nir') expect(JSON.stringify(meaning)).not.toMatch(/\d/);
  });

  test('a phone whose number has the form of a person’s is still a phone', () => {
    expect(read('356938030010004')).toMatchObject({ kind: 'imei' });
  });
});
