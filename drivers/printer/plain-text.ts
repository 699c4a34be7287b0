import type { TicketDocument } from '#domain/ticket.ts';
import { layoutTicket, marginOf, textRows } from './layout.ts';

/** The words of the paper, line for line, each ended by a newline; codes are given as their text. */
export function plainText(document: TicketDocument, columns: number): string {
  return layoutTicket(document, columns)
    .flatMap((row) => {
      if (row.kind === 'line') return [' '.repeat(marginOf({ ...row, large: false }, columns)) + row.text];
      return row.kind === 'qr' ? textRows(row.text, columns).map((line) => line.text) : [];
    })
    .map((line) => `${line.trimEnd()}\n`)
    .join('');
}
