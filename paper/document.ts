import { paper } from './words.ts';

/** One printed thing, whatever shows it: paper, screen preview or plain text are drawn from the same blocks. */
export interface TicketDocument {
  readonly title: string;
  readonly blocks: readonly TicketBlock[];
}

export type TicketBlock =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly align?: 'left' | 'center' | 'right';
      readonly bold?: boolean;
      readonly large?: boolean;
    }
  /** A label and what stands at the right edge, usually money. */
  | { readonly kind: 'pair'; readonly left: string; readonly right: string; readonly bold?: boolean }
  /** An amount among others: `share` of the largest, 0 to 1, drawn as a bar between label and amount. */
  | { readonly kind: 'bar'; readonly left: string; readonly right: string; readonly share: number }
  | { readonly kind: 'rule' }
  | { readonly kind: 'space' }
  /** Code128 under which its text is printed. */
  | { readonly kind: 'barcode'; readonly text: string }
  | { readonly kind: 'qr'; readonly text: string }
  /** The logo of the till, where one was chosen; nothing where none was. */
  | { readonly kind: 'logo' }
  /** What letters of a printer cannot write; `alt` says it in words. */
  | { readonly kind: 'picture'; readonly picture: Picture; readonly alt: string };

/** Black dots on white, small enough for the narrowest paper. */
export interface Picture {
  /** A multiple of 8, at most `widestPicture`. */
  readonly width: number;
  readonly height: number;
  /** Base64 of rows from the top, `width / 8` bytes each, the leftmost dot in the highest bit, 1 is black. */
  readonly bits: string;
}

/** Dots across paper of 58 mm. */
export const widestPicture = 384;

/** A sentence, a label with what stands at the right, or a block as it is. */
export type WordsRow = string | readonly [left: string, right: string] | TicketBlock;

/** The same paper, marked so that nobody takes it for a true one. */
export function markTraining(document: TicketDocument): TicketDocument {
  const mark = line(paper.training, { align: 'center', bold: true });
  const marked = document.blocks.some((block) => block.kind === 'text' && block.text === paper.training);
  return marked || document.blocks.length === 0
    ? document
    : { ...document, blocks: [mark, ...document.blocks, mark] };
}

/** A document already laid out as words: Z, X, handover, refusal slip. */
export function wordsTicket(title: string, rows: readonly WordsRow[]): TicketDocument {
  return {
    title,
    blocks: [
      { kind: 'text', text: title, align: 'center', bold: true, large: true },
      { kind: 'rule' },
      ...rows.map((row): TicketBlock => {
        if (row === '') return { kind: 'space' };
        if (typeof row === 'string') return line(row);
        if ('kind' in row) return row;
        return { kind: 'pair', left: row[0], right: row[1] };
      }),
    ],
  };
}

export const line = (
  text: string,
  style: { readonly align?: 'center' | 'right'; readonly bold?: boolean } = {},
): TicketBlock => ({ kind: 'text', text, ...style });
