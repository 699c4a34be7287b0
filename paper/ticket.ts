import type { Site } from '#domain/catalogue.ts';
import { euros } from '#domain/money.ts';
import type { SaleLine, SalePayload } from '#domain/sale.ts';
import type { TenderKind } from '#domain/tender.ts';
import { type Day, type Instant, clockIn, dayIn } from '#domain/time.ts';

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

/** Words of the paper. Receipts are French: the law is, and so is whoever checks them. */
const paper = {
  marketValue: 'valeur indicative',
  saving: 'Économie',
  total: 'Total',
  change: 'Rendu',
  till: 'Caisse',
  duplicate: 'DUPLICATA',
  training: 'FORMATION — SANS VALEUR',
  return: 'Remboursement',
  lines: (count: number): string => (count > 1 ? `${count} lignes` : `${count} ligne`),
  guaranteeUntil: 'Garantie jusqu’au',
  tender: {
    cash: 'Espèces',
    bankCard: 'Carte bancaire',
    structureCredit: 'Prise en charge',
  } satisfies Record<TenderKind, string>,
};

export interface TicketInput {
  readonly sale: SalePayload;
  readonly at: Instant;
  readonly site: Site;
  readonly till: string;
  readonly mark: string;
  readonly guaranteeText: string;
  readonly version: string;
  /** 1 is the ticket; from 2 on it is a DUPLICATA of that rank less one. */
  readonly print: number;
}

/** The ticket of a sale or return, as required on paper in France. No name of the person, ever. */
export function saleTicket(input: TicketInput): TicketDocument {
  const { sale, site, at } = input;
  const blocks: TicketBlock[] = [
    { kind: 'logo' },
    { kind: 'text', text: site.name, align: 'center', bold: true, large: true },
    line(site.address, { align: 'center' }),
    line(`SIRET ${site.siret}`, { align: 'center' }),
    { kind: 'rule' },
    ...(input.print > 1
      ? [line(`${paper.duplicate} ${input.print - 1}`, { align: 'center', bold: true })]
      : []),
    ...(sale.kind === 'return' ? [line(paper.return, { align: 'center', bold: true })] : []),
    { kind: 'pair', left: sale.number, right: `${paper.till} ${input.till}` },
    line(`${frenchDay(dayIn(at, site.timeZone))} ${clockIn(at, site.timeZone)}`),
    ...(sale.original ? [line(`Ticket d’origine ${sale.original}`)] : []),
    { kind: 'rule' },
    ...sale.lines.flatMap(lineBlocks),
    { kind: 'rule' },
    { kind: 'pair', left: paper.total, right: euros(sale.totalCents), bold: true },
    ...(sale.savingCents > 0
      ? [{ kind: 'pair', left: paper.saving, right: euros(sale.savingCents) } as const]
      : []),
    ...tenderBlocks(sale),
    ...vatBlocks(sale, site),
    ...guaranteeBlocks(sale.lines, input.guaranteeText),
    { kind: 'rule' },
    { kind: 'pair', left: paper.lines(sale.lines.length), right: `Signature ${input.mark}` },
    { kind: 'pair', left: `Comptoir ${input.version}`, right: `Impression ${input.print}` },
    // The bars are for any scanner, the square for a telephone and for paper that creased.
    { kind: 'barcode', text: sale.number },
    { kind: 'qr', text: sale.number },
  ];
  return { title: sale.number, blocks };
}

export interface MemberCardInput {
  readonly card: string;
  readonly firstName: string;
  readonly initial: string;
  readonly site: Site;
}

/** The member card on ticket paper: a random number, a first name and an initial, nothing else. */
export function memberCardTicket(input: MemberCardInput): TicketDocument {
  return {
    title: input.card,
    blocks: [
      { kind: 'logo' },
      line('Carte d’inscrit', { align: 'center', bold: true }),
      {
        kind: 'text',
        text: `${input.firstName} ${input.initial}.`,
        align: 'center',
        bold: true,
        large: true,
      },
      { kind: 'barcode', text: input.card },
      { kind: 'qr', text: input.card },
      line(`${input.site.name} — ${input.site.phone}`, { align: 'center' }),
      line('Gardez cette carte : elle suffit pour revenir.', { align: 'center' }),
    ],
  };
}

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

/** `2026-11-22` → `22/11/2026`. */
export const frenchDay = (on: Day): string => on.split('-').toReversed().join('/');

const line = (
  text: string,
  style: { readonly align?: 'center' | 'right'; readonly bold?: boolean } = {},
): TicketBlock => ({ kind: 'text', text, ...style });

function lineBlocks(sold: SaleLine): TicketBlock[] {
  const label =
    Math.abs(sold.quantity) > 1 || sold.quantity < 0 ? `${sold.quantity} × ${sold.label}` : sold.label;
  const showsValue = sold.referenceCents !== 0 && sold.tariff === 'solidarity';
  return [
    { kind: 'pair', left: label, right: euros(sold.totalCents) },
    ...(sold.unit ? [line(`  ${sold.unit.text}`)] : []),
    ...(showsValue ? [line(`  ${paper.marketValue} ${euros(sold.referenceCents)}`)] : []),
  ];
}

function tenderBlocks(sale: SalePayload): TicketBlock[] {
  const rows = sale.tenders.map((tender): TicketBlock => {
    const suffix = tender.kind === 'structureCredit' ? ` n° ${tender.commitment}` : '';
    return { kind: 'pair', left: paper.tender[tender.kind] + suffix, right: euros(tender.cents) };
  });
  if (sale.changeCents > 0) rows.push({ kind: 'pair', left: paper.change, right: euros(sale.changeCents) });
  return rows;
}

function vatBlocks(sale: SalePayload, site: Site): TicketBlock[] {
  if (site.vatRegime === 'exempt') return [line(site.vatWording)];
  return sale.vat.map((total) => ({
    kind: 'pair',
    left: `TVA ${total.code} ${rate(total.rateBasisPoints)} sur ${euros(total.netCents)}`,
    right: euros(total.taxCents),
  }));
}

function guaranteeBlocks(lines: readonly SaleLine[], text: string): TicketBlock[] {
  const guaranteed = lines.filter((sold) => sold.guaranteeUntil !== null && sold.quantity > 0);
  if (guaranteed.length === 0) return [];
  return [
    { kind: 'rule' },
    line(text),
    ...guaranteed.map((sold) =>
      line(`${paper.guaranteeUntil} ${frenchDay(sold.guaranteeUntil as Day)} : ${sold.label}`),
    ),
  ];
}

const rate = (basisPoints: number): string => `${String(basisPoints / 100).replace('.', ',')} %`;
