import { assertNever } from '#domain/result.ts';
import type { Picture, TicketBlock, TicketDocument } from '#paper/document.ts';
import { noBreak, printable } from './printable.ts';

export type TicketRow =
  | {
      readonly kind: 'line';
      readonly text: string;
      readonly align: 'left' | 'center' | 'right';
      readonly bold: boolean;
      /** Twice as wide and high: each character takes two columns. */
      readonly large: boolean;
    }
  | { readonly kind: 'barcode'; readonly text: string }
  | { readonly kind: 'qr'; readonly text: string }
  | { readonly kind: 'logo' }
  | { readonly kind: 'picture'; readonly picture: Picture; readonly alt: string };

type LineRow = Extract<TicketRow, { kind: 'line' }>;

/**
 * The rows of a document on paper of `columns` characters. Every line fits, holds only characters of windows-1252
 * and plain spaces, and no amount is ever cut in two. A barcode is followed by a line with its text.
 */
export const layoutTicket = (document: TicketDocument, columns: number): TicketRow[] =>
  document.blocks.flatMap((block) => blockRows(block, columns));

/** The plain spaces in front of `row` that put it at its place on a line of `columns`. */
export function marginOf(row: LineRow, columns: number): number {
  if (row.align === 'left') return 0;
  const free = Math.max(0, columns - row.text.length * (row.large ? 2 : 1));
  return row.align === 'right' ? free : free >> 1;
}

function blockRows(block: TicketBlock, columns: number): TicketRow[] {
  switch (block.kind) {
    case 'text': {
      const { align = 'left', bold = false, large = false } = block;
      const width = large ? columns >> 1 : columns;
      return paragraphs(block.text, width).map((text) => lineRow(text, { align, bold, large }));
    }
    case 'pair':
      return pairLines(block.left, block.right, columns).map((text) =>
        lineRow(text, { bold: block.bold ?? false }),
      );
    case 'bar':
      return [lineRow(barLine(block, columns))];
    case 'rule':
      return [lineRow('-'.repeat(columns))];
    case 'space':
      return [lineRow('')];
    case 'barcode':
      return [
        { kind: 'barcode', text: block.text },
        ...paragraphs(block.text, columns).map((text) => lineRow(text, { align: 'center' })),
      ];
    case 'qr':
    case 'logo':
    case 'picture':
      return [block];
    default:
      return assertNever(block);
  }
}

/** Label, bar and amount on one line; the bar is of signs that every printer has. */
function barLine(block: Extract<TicketBlock, { kind: 'bar' }>, columns: number): string {
  const label = `${printable(block.left).trim()} `.slice(0, columns >> 1);
  const amount = ` ${printable(block.right).trim()}`;
  const room = Math.max(0, columns - label.length - amount.length);
  const length = Math.round(Math.min(1, Math.max(0, block.share)) * room);
  return label + '='.repeat(length).padEnd(room) + amount;
}

/** Plain rows of a text that could not be drawn as a code. */
export const textRows = (text: string, columns: number): LineRow[] =>
  paragraphs(text, columns).map((line) => lineRow(line));

const lineRow = (text: string, style: Partial<Omit<LineRow, 'kind' | 'text'>> = {}): LineRow => ({
  kind: 'line',
  align: 'left',
  bold: false,
  large: false,
  ...style,
  text: plainSpaces(text),
});

/** What stands at the right goes on the last line of the label, or under it when there is no room left. */
function pairLines(left: string, right: string, columns: number): string[] {
  const amount = printable(right).trim();
  const lines = paragraphs(left, columns);
  if (amount === '') return lines;
  if (amount.length > columns) {
    return [...lines, ...wrap(amount, columns).map((line) => line.padStart(columns))];
  }
  const last = lines.at(-1) ?? '';
  if (last.length + 1 + amount.length > columns) return [...lines, amount.padStart(columns)];
  return [...lines.slice(0, -1), last + amount.padStart(columns - last.length)];
}

function paragraphs(text: string, columns: number): string[] {
  return text.split(/\r\n|[\n\r\u2028\u2029]/).flatMap((paragraph) => {
    const written = printable(paragraph).trimEnd();
    const indent = /^ */.exec(written)?.[0] ?? '';
    const kept = indent.length < columns / 2 ? indent : '';
    return wrap(written, columns - kept.length).map((line) => kept + line);
  });
}

/** Greedy lines of at most `width`; a word longer than that is cut, there is no other way. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').filter((word) => word !== '')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = '';
    }
    line = line === '' ? word : `${line} ${word}`;
    for (; line.length > width; line = line.slice(width)) lines.push(line.slice(0, width));
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line];
}

const plainSpaces = (text: string): string => text.replaceAll(noBreak, ' ');
