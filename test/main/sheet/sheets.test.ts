import { expect, test } from 'vitest';
import { readScan } from '#domain/nomenclature.ts';
import { openDay, sell } from '#test/support/desk.ts';
import { testPoint } from '#test/support/point.ts';
import { hasZbar, codesInPdf, wordsInPdf } from '#test/support/zbar.ts';

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(Buffer.from(base64, 'base64'));
const textOf = (code: string): string => code.slice(code.indexOf(':') + 1);

test.skipIf(!hasZbar)('the command codes are on their sheet, and mean what stands beside them', async () => {
  const point = await testPoint();
  await point.signInAs('seller');
  const { name, base64 } = await point.done('sheet', { kind: 'commands' });
  expect(name).toBe('codes-a-scanner.pdf');
  const [codes = []] = codesInPdf(bytesOf(base64));
  expect(codes.map((code) => readScan({ readings: [textOf(code)] }, '(?!)'))).toEqual(
    ['back', 'exact', 'next', 'ok'].map((command) => ({ kind: 'command', command })),
  );
});

test.skipIf(!hasZbar)(
  'the sheet that sets a scanner up holds one code of each sort, each readable',
  async () => {
    const point = await testPoint();
    await point.signInAs('seller');
    const { base64 } = await point.done('sheet', { kind: 'scanner' });
    const [codes = []] = codesInPdf(bytesOf(base64));
    const kinds = codes.map((code) => readScan({ readings: [textOf(code)] }, '(?!)').kind);
    expect(kinds.toSorted()).toEqual(['iccid', 'member-card', 'product', 'serial', 'signed-referral']);
  },
);

test.skipIf(!hasZbar)(
  'every product that is scanned by its own code has its label, with the price of the day',
  async () => {
    const point = await testPoint();
    await point.signInAs('seller');
    const { base64 } = await point.done('sheet', { kind: 'prices' });
    const pdf = bytesOf(base64);
    const codes = codesInPdf(pdf).flat().map(textOf);
    const shelf = (await point.done('tiles', {})).filter(({ unit }) => unit === null);
    expect(codes).toHaveLength(shelf.length);
    const meanings = codes.map((code) => readScan({ readings: [code] }, '(?!)').kind);
    expect(new Set(meanings)).toEqual(new Set(['product']));
    const words = wordsInPdf(pdf);
    expect(words).toContain('Chargeur');
    expect(words).toContain('15,00 €');
    expect(words).toContain('22/11/2026');
  },
);

test.skipIf(!hasZbar)(
  'a page of blank cards holds 21 numbers that are nobody’s, each as bars and as a square',
  async () => {
    const point = await testPoint();
    await point.signInAs('seller');
    const { base64 } = await point.done('sheet', { kind: 'cards' });
    // Card by card, as one holds a telephone over it.
    const codes = codesInPdf(bytesOf(base64), { columns: 3, rows: 7 }).flat();
    const bars = codes.filter((code) => code.startsWith('CODE-128'));
    expect([bars.length, codes.length]).toEqual([21, 42]);
    const numbers = new Set(codes.map(textOf));
    expect(numbers.size).toBe(21);
    for (const number of numbers) {
      expect(readScan({ readings: [number] }, '(?!)').kind).toBe('member-card');
      expect(point.store.cardExists(number as never)).toBe(false);
    }
  },
);

test.skipIf(!hasZbar)('a duplicate as a file is a copy of its rank, and nothing is printed', async () => {
  const point = await testPoint();
  await openDay(point);
  const { saleId, number } = await sell(point, { skus: ['CHARGEUR'] });
  const jobs = point.store.printJobs(point.deps.till, ['queued']).length;
  const made = await point.done('reprintTicket', { saleId, reason: 'asked', to: 'pdf' });
  expect(made).toMatchObject({ copy: 1, pdf: { name: `${number}-duplicata-1.pdf` } });
  const pdf = bytesOf(made.pdf?.base64 ?? '');
  expect(wordsInPdf(pdf)).toContain('DUPLICATA 1');
  expect(codesInPdf(pdf)).toEqual([[`CODE-128:${number}`, `QR-Code:${number}`]]);
  expect(point.store.printJobs(point.deps.till, ['queued'])).toHaveLength(jobs);
  expect((await point.done('ticket', { saleId })).copies).toMatchObject([{ copy: 1, reason: 'asked' }]);
});

test('a logo stands at the head of tickets, and only a picture that fits the paper is taken', async () => {
  const point = await testPoint();
  const logo = { width: 16, height: 2, bits: Buffer.from([0xff, 0x00, 0x0f, 0xf0]).toString('base64') };
  await point.signInAs('seller');
  expect(await point.call('chooseLogo', { logo })).toMatchObject({ refusal: { kind: 'role-too-low' } });
  await point.signInAs('manager');
  for (const wrong of [
    { ...logo, width: 12 },
    { ...logo, width: 392 },
    { ...logo, height: 201 },
    { ...logo, height: 3 },
    { ...logo, bits: 'é' },
  ])
    expect(await point.call('chooseLogo', { logo: wrong })).toMatchObject({ refusal: { kind: 'bad-input' } });
  await point.done('chooseLogo', { logo });
  expect(await point.done('logo', {})).toEqual(logo);
  await point.done('chooseLogo', { logo: null });
  expect(await point.done('logo', {})).toBeNull();
});
