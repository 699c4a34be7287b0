import { describe, expect, test } from 'vitest';
import { memberCardTicket } from '#paper/card.ts';
import type { TicketDocument } from '#paper/document.ts';
import { bars, code128 } from '#drivers/printer/code128.ts';
import { encodeTicket } from '#drivers/printer/encode.ts';
import { paperOf } from '#drivers/printer/paper.ts';
import { type PrinterProfile, printerProfiles } from '#drivers/printer/profile.ts';
import { type Bitmap, moduleDots, qrBitmap } from '#drivers/printer/raster.ts';
import { ticketPdf } from '#drivers/pdf/ticket.ts';
import { hasZbar, codesInPdf, codesOnPaper, wordsInPdf } from '#test/support/zbar.ts';
import { sampleTicket, site } from './sample-ticket.ts';

/** The codes of a printed job as dots: those sent as dots as they were sent, the others as a printer draws them. */
function codesOf(job: Uint8Array, { widthDots }: PrinterProfile): Bitmap {
  const blank = Array.from({ length: widthDots }, () => false);
  const space = Array.from({ length: 24 }, () => blank);
  const centred = (row: readonly boolean[]): boolean[] => {
    const left = Math.max(0, widthDots - row.length) >> 1;
    return blank.map((_, x) => row[x - left] ?? false);
  };
  const wide = (row: readonly boolean[], times: number): boolean[] =>
    row.flatMap((dot) => Array.from({ length: times }, () => dot));
  return paperOf(job).flatMap((item): readonly (readonly boolean[])[] => {
    if (item.kind === 'picture') return item.bitmap;
    if (item.kind !== 'code') return space;
    const symbol = item.symbology === 'code128' ? code128(item.text) : null;
    if (symbol) {
      const row = centred(wide(bars(symbol), moduleDots(symbol.modules, widthDots, 3)));
      return [...space, ...Array.from({ length: 80 }, () => row), ...space];
    }
    const square = qrBitmap(item.text) ?? [];
    return [
      ...space,
      ...square.flatMap((row) => Array.from({ length: 5 }, () => centred(wide(row, 5)))),
      ...space,
    ];
  });
}

const coded = (text: string): TicketDocument => ({
  title: text,
  blocks: [
    { kind: 'barcode', text },
    { kind: 'qr', text },
  ],
});

const numbers = [
  '8933150116110005978',
  '89331042140212492505',
  '4712345679',
  'PAR13-1-2026-000123',
  '490154203237518',
  '3046920029759',
];

describe.skipIf(!hasZbar).each(printerProfiles.map((profile) => [profile.label, profile] as const))(
  'on %s',
  (_, profile) => {
    test.each(numbers)('%s is read back, as bars and as a square', (text) => {
      const read = codesOnPaper(codesOf(encodeTicket(coded(text), profile), profile));
      const bars58 = code128(text);
      const fits = bars58 !== null && moduleDots(bars58.modules, profile.widthDots, 3) > 0;
      expect(new Set(read)).toEqual(
        new Set(fits ? [`CODE-128:${text}`, `QR-Code:${text}`] : [`QR-Code:${text}`]),
      );
    });

    test('a ticket and a member card carry theirs', () => {
      const card = memberCardTicket({
        card: '4712345679',
        firstName: 'Fatoumata',
        initial: 'D',
        site,
      });
      const read = (document: TicketDocument): string[] =>
        codesOnPaper(codesOf(encodeTicket(document, profile), profile));
      expect(read(card)).toEqual(['CODE-128:4712345679', 'QR-Code:4712345679']);
      expect(read(sampleTicket)).toContain(`QR-Code:${sampleTicket.title}`);
    });
  },
);

test.skipIf(!hasZbar)('the same ticket as PDF has its words and its codes', async () => {
  const pdf = await ticketPdf(sampleTicket, null);
  expect(codesInPdf(pdf)).toEqual([[`CODE-128:${sampleTicket.title}`, `QR-Code:${sampleTicket.title}`]]);
  const words = wordsInPdf(pdf);
  for (const word of ['Total', '€', sampleTicket.title]) expect(words).toContain(word);
});
