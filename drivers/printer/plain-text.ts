import type { TicketDocument } from '#paper/document.ts';
import { layoutTicket, marginOf, textRows, type TicketRow } from './layout.ts';

/** The words of the paper, line for line, each ended by a newline; a code is given as its text, once. */
export function plainText(document: TicketDocument, columns: number): string {
  const lines: string[] = [];
  for (const row of layoutTicket(document, columns))
    lines.push(...wordsOf(row, columns).filter((line) => row.kind !== 'qr' || !stands(lines, line)));
  return lines.map((line) => `${line.trimEnd()}\n`).join('');
}

const stands = (lines: readonly string[], text: string): boolean =>
  lines.some((line) => line.trim() === text.trim());

function wordsOf(row: TicketRow, columns: number): string[] {
  switch (row.kind) {
    case 'line':
      return [' '.repeat(marginOf({ ...row, large: false }, columns)) + row.text];
    case 'qr':
      return textRows(row.text, columns).map(({ text }) => text);
    case 'picture':
      return textRows(row.alt, columns).map(({ text }) => text);
    case 'barcode':
    case 'logo':
      return [];
  }
}
