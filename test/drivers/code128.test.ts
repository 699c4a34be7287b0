import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bars, code128 } from '#drivers/printer/code128.ts';

const shown = (text: string): string =>
  JSON.stringify(code128(text)?.command)
    .replace(/\\u00(..)/g, '<$1>')
    .slice(1, -1);

describe('Code128', () => {
  test('packs digits by pairs: 19 digits of a SIM stand on 58 mm', () => {
    expect(code128('8933101234567890123')?.modules).toBe(156);
    expect(shown('4712345678')).toBe('{C/\\f\\"8N');
  });

  test('changes set inside a ticket number', () => {
    expect(shown('PAR13-1-2026-000123')).toBe('{BPAR13-1-{C<14><1a>{B-{C<00><01><17>');
  });

  test('draws the bars of ISO/IEC 15417: start B, A, check, stop', () => {
    const dark = bars(code128('A') ?? { command: '', values: [], modules: 0 });
    expect(dark.map((each) => (each ? '1' : '0')).join('')).toBe(
      '11010010000 10100011000 10001011000 1100011101011'.replaceAll(' ', ''),
    );
  });

  test('has no symbol for what is not printable ASCII', () => {
    expect([code128(''), code128('é'), code128('a\nb')]).toEqual([null, null, null]);
  });

  test('is as wide as it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 40 }), (text) => {
        const symbol = code128(text);
        expect(symbol && bars(symbol).length).toBe(symbol?.modules);
      }),
    );
  });

  test.each(['1604010000', '4716200100', '160416041604', 'X-1-2026-160501'])(
    'never holds bytes that a printer obeys at once: %s',
    (text) => {
      const { command = '' } = code128(text) ?? {};
      expect(command).not.toBe('');
      for (const obeyed of ['\x10\x04', '\x10\x05', '\x10\x14']) expect(command).not.toContain(obeyed);
    },
  );
});
