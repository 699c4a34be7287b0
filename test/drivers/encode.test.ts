import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cents, euros } from '#domain/money.ts';
import type { TicketBlock, TicketDocument } from '#paper/document.ts';
import { drawerPulse, encodeTicket } from '#drivers/printer/encode.ts';
import { paperOf } from '#drivers/printer/paper.ts';
import { plainText } from '#drivers/printer/plain-text.ts';
import { paper58mm, paper80mm, type PrinterProfile, printerProfiles } from '#drivers/printer/profile.ts';
import { readBack } from './read-back.ts';
import { sampleTicket } from './sample-ticket.ts';

const documentOf = (...blocks: TicketBlock[]): TicketDocument => ({ title: 't', blocks });
const linesOf = (document: TicketDocument, profile: PrinterProfile = paper80mm): string[] =>
  readBack(encodeTicket(document, profile)).lines;
/** Lines without what puts them at their place, and without the empty ones. */
const words = (lines: string[]): string[] => lines.map((line) => line.trim()).filter((line) => line !== '');
const textOf = (text: string): string => linesOf(documentOf({ kind: 'text', text }))[0] ?? '';

describe('a sale ticket read back by another decoder', () => {
  test.each(printerProfiles)('says what the law wants on $label', (profile) => {
    const text = linesOf(sampleTicket, profile)
      .map((line) => line.trim())
      .join(' ');
    for (const words of [
      'Emmaüs Connect — Paris 13e',
      '12 rue de l’Œuvre',
      '5,00 €',
      'valeur indicative 35,00 €',
      'Économie',
      'Garantie jusqu’au 22/11/2027 :',
      'PAR13-1-2026-000123',
    ]) {
      expect(text).toContain(words);
    }
    expect(text).not.toContain('?');
  });

  test('selects windows-1252 by the number this printer gives it', () => {
    const commands = readBack(encodeTicket(sampleTicket, { ...paper80mm, codepageNumber: 6 })).commands;
    const selected = commands.filter(({ name }) => name === 'characterCodeTable').map(({ data }) => data[2]);
    expect(new Set(selected)).toEqual(new Set([6]));
  });

  test('starts with a reset and ends with four lines and a cut', () => {
    const bytes = encodeTicket(documentOf({ kind: 'text', text: 'a' }), paper80mm);
    expect(Array.from(bytes.subarray(0, 2))).toEqual([0x1b, 0x40]);
    expect(Array.from(bytes.subarray(-10))).toEqual([0x61, 10, 10, 10, 10, 10, 0x1d, 0x56, 1, 10]);
  });

  test('is not cut where there is no cutter', () => {
    expect(readBack(encodeTicket(sampleTicket, paper58mm)).commands.map(({ name }) => name)).not.toContain(
      'cut',
    );
  });

  test('opens the drawer before the first character, and only when asked', () => {
    const opens = paperOf(encodeTicket(sampleTicket, paper80mm, { openDrawer: true }));
    expect(opens.filter(({ kind }) => kind === 'drawer' || kind === 'line')[0]).toEqual({ kind: 'drawer' });
    expect(paperOf(encodeTicket(sampleTicket, paper80mm)).map(({ kind }) => kind)).not.toContain('drawer');
  });

  test('has the lines of its plain text', () => {
    for (const profile of printerProfiles) {
      expect(words(linesOf(sampleTicket, profile))).toEqual(
        words(plainText(sampleTicket, profile.columns).split('\n')),
      );
    }
  });
});

test('the drawer gets its pulse with both times', () => {
  expect([...drawerPulse({ ...paper80mm, drawerPin: 1 })]).toEqual([0x1b, 0x70, 1, 50, 250]);
});

describe('what windows-1252 does not hold', () => {
  test.each([
    ['narrow no-break spaces', '5,00\u202f€', '5,00 €'],
    ['the minus sign', '−5,00', '-5,00'],
    ['raised letters', '13ᵉ', '13e'],
    ['an accent that follows its letter', 'e\u0301te\u0301', 'été'],
    ['letters with other accents', 'Łódź Şükrü Đặng', 'Lódz Sükrü Dang'],
    ['Cyrillic', 'Олена Щербак', 'Olena Chtcherbak'],
    ['pictures', 'Bravo 🎉 !', 'Bravo  !'.replace('  ', ' ')],
    ['soft hyphens', 'in\u00adclusion', 'inclusion'],
    ['commands', 'a\u001b@b\u001dVc', 'a@bVc'],
  ])('%s', (_, text, printed) => {
    expect(textOf(text)).toBe(printed);
  });

  test('a question mark that was written stays', () => {
    expect(textOf('Encore ?')).toBe('Encore ?');
  });
});

const unicode = fc.string({ unit: 'binary', maxLength: 120 });
const asks = (text: string): boolean => text.normalize('NFKD').includes('?');
const blocks = fc.oneof(
  fc.record({
    kind: fc.constant('text' as const),
    text: unicode,
    align: fc.constantFrom('left' as const, 'center' as const, 'right' as const),
    bold: fc.boolean(),
    large: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('pair' as const), left: unicode, right: unicode }),
);
const profiles = fc.constantFrom(...printerProfiles);

describe('whatever is written', () => {
  test('no question mark is printed that nobody wrote', () => {
    fc.assert(
      fc.property(fc.array(blocks, { maxLength: 5 }), profiles, (written, profile) => {
        fc.pre(
          !asks(JSON.stringify(written)) && !written.some((block) => asks(Object.values(block).join(''))),
        );
        expect(linesOf(documentOf(...written), profile).join('\n')).not.toContain('?');
      }),
    );
  });

  test('every line fits on the paper, twice as wide where it is large', () => {
    fc.assert(
      fc.property(fc.array(blocks, { maxLength: 5 }), profiles, (written, profile) => {
        for (const item of paperOf(encodeTicket(documentOf(...written), profile))) {
          if (item.kind !== 'line') continue;
          const width = item.spans.reduce((sum, span) => sum + span.text.length * (span.large ? 2 : 1), 0);
          expect(width).toBeLessThanOrEqual(profile.columns);
        }
      }),
    );
  });

  test('an amount is printed whole, at the right edge, whatever its label', () => {
    const amounts = fc.integer({ min: -99_999_999, max: 99_999_999 }).map((value) => euros(cents(value)));
    fc.assert(
      fc.property(unicode, amounts, profiles, (left, right, profile) => {
        const whole = right.replaceAll('\u202f', ' ').replace('−', '-');
        const lines = linesOf(documentOf({ kind: 'pair', left, right }), profile).map((line) =>
          line.trimEnd(),
        );
        const last = lines.findLast((line) => line !== '') ?? '';
        expect(last.endsWith(whole)).toBe(true);
        expect(last.length).toBe(profile.columns);
      }),
    );
  });

  test('an amount inside a sentence is never cut in two', () => {
    const amounts = fc.integer({ min: 0, max: 99_999_999 }).map((value) => euros(cents(value)));
    const words = fc.stringMatching(/^([a-z]{1,12} ){0,12}$/);
    fc.assert(
      fc.property(words, amounts, words, profiles, (before, amount, after, profile) => {
        const lines = linesOf(documentOf({ kind: 'text', text: `${before}${amount} ${after}` }), profile);
        expect(lines.some((line) => line.includes(amount.replaceAll('\u202f', ' ')))).toBe(true);
      }),
    );
  });
});

test('paper and plain text hold the same lines', () => {
  fc.assert(
    fc.property(fc.array(blocks, { maxLength: 5 }), profiles, (written, profile) => {
      expect(words(linesOf(documentOf(...written), profile))).toEqual(
        words(plainText(documentOf(...written), profile.columns).split('\n')),
      );
    }),
  );
});

const itemsOf = (text: string, profile: PrinterProfile) =>
  paperOf(encodeTicket(documentOf({ kind: 'barcode', text }), profile)).map((item) =>
    item.kind === 'code' ? `${item.symbology} ${item.text}` : item.kind,
  );

describe('barcodes', () => {
  test.each(['4712345678', 'PAR13-1-2026-000123', '8933101234567890123', 'A{B'])(
    '%s is drawn by the printer',
    (text) => {
      expect(itemsOf(text, paper80mm)[0]).toBe(`code128 ${text}`);
      expect(linesOf(documentOf({ kind: 'barcode', text })).some((line) => line.trim() === text)).toBe(true);
    },
  );

  test('are sent as dots to a printer that draws them badly', () => {
    expect(itemsOf('4712345678', paper58mm)[0]).toBe('picture');
  });

  test('a text too long for the bars of this paper becomes a QR code', () => {
    const text = 'MARSEILLE-12-2026-000123';
    expect(itemsOf(text, { ...paper58mm, nativeBarcodes: true })[0]).toBe(`qr ${text}`);
    expect(itemsOf(text, paper80mm)[0]).toBe(`code128 ${text}`);
  });

  test('a text that no code can hold is printed as words', () => {
    const text = 'x'.repeat(5_000);
    const lines = linesOf(documentOf({ kind: 'qr', text }));
    expect(lines.join('').replaceAll(' ', '')).toBe(text);
  });
});
