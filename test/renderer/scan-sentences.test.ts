import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readScan } from '#domain/nomenclature.ts';
import { refusalSentence } from '#renderer/messages/sentences.ts';
import { formatsFor } from '#renderer/ui/format.ts';
import examples from '../data/identifiers.json' with { type: 'json' };

const french = formatsFor('fr', 'Europe/Paris');
const english = formatsFor('en', 'Europe/Paris');
const read = (text: string) => readScan({ readings: [text] }, '(?!)');

/** What a volunteer reads when the till answers a scan so; null when it goes on. */
function said(text: string): { readonly fr: string; readonly en: string } | null {
  const meaning = read(text);
  if (meaning.kind !== 'damaged') return null;
  const refusal = { kind: 'scan-damaged', what: meaning.what, text: meaning.text } as const;
  const [fr, en] = [refusalSentence(refusal, french), refusalSentence(refusal, english)];
  return { fr: `${fr.text} ${fr.next}`, en: `${en.text} ${en.next}` };
}

describe('known numbers', () => {
  const good = [
    ...examples.iccid.valid,
    ...examples.iccid.validAsPrinted.flat(),
    ...examples.iccid.warn,
    ...examples.iccid.orangeFirst19,
    ...examples.imei.valid,
    ...examples.imei.imeisv,
    ...examples.ean13.valid,
    ...examples.ean8.valid,
    ...examples.upca.valid,
    ...examples.upca.gtin14,
  ];
  test.each(good)('%s is taken', (text) => {
    expect(said(text)).toBeNull();
  });

  test.each([
    ['Ce numéro de carte SIM', examples.iccid.invalid[0] ?? ''],
    ['Ce numéro de téléphone (IMEI)', examples.imei.invalid[0] ?? ''],
    ['Ce code-barres de produit', examples.ean13.invalid[0] ?? ''],
    ['Ce code-barres de produit', examples.ean8.invalid[0] ?? ''],
  ])('%s that is wrong is said to be so, with what to do', (name, text) => {
    const sentence = said(text)?.fr.replaceAll('\u202f', ' ').replaceAll('\u00a0', ' ');
    expect(sentence).toBe(`${name} a été mal lu : ${text}. Rescannez-le bien à plat, ou tapez-le.`);
    expect(said(text)?.en).toMatch(/was misread/);
  });
});

test('any one digit misread of a number with a checksum is said to be misread, never sold as another', () => {
  const checked = [
    ...examples.iccid.valid.filter((iccid) => iccid.startsWith('893310')),
    ...examples.imei.valid,
    ...examples.ean13.valid,
    ...examples.upca.valid,
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...checked),
      fc.nat(),
      fc.integer({ min: 1, max: 9 }),
      (number, place, shift): void => {
        const at = place % number.length;
        const digit = (Number(number[at]) + shift) % 10;
        const misread = number.slice(0, at) + String(digit) + number.slice(at + 1);
        const meaning = read(misread);
        // The first digits of an ICCID say whose it is: misread, they name another issuer with a rule of its own.
        if (number.startsWith('89') && at < 6 && meaning.kind === 'iccid') return;
        expect(said(misread)?.fr).toMatch(/mal lu/);
      },
    ),
    { numRuns: 1_000 },
  );
});
