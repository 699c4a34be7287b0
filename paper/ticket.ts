import { euros } from '#domain/money.ts';
import type { SaleLine, SalePayload, Seller } from '#domain/sale.ts';
import { detailsOf } from '#domain/tender.ts';
import { type Day, type Instant, clockIn, dayIn } from '#domain/time.ts';
import { type TicketBlock, type TicketDocument, line } from './document.ts';
import { frenchDay, paper, tenderWords, vatRate } from './words.ts';

export interface TicketInput {
  readonly sale: SalePayload;
  readonly at: Instant;
  readonly site: Seller;
  readonly till: string;
  readonly mark: string;
  readonly guaranteeText: string;
  readonly version: string;
  /** 1 is the ticket; from 2 on it is a DUPLICATA of that rank less one. */
  readonly print: number;
  /** What a DUPLICATA says of itself; its rank alone where nothing is given. */
  readonly copy?: readonly TicketBlock[] | undefined;
}

/** The ticket of a sale or return, as required on paper in France. No name of the person, ever. */
export function saleTicket(input: TicketInput): TicketDocument {
  const { sale, site, at } = input;
  const blocks: TicketBlock[] = [
    { kind: 'logo' },
    { kind: 'text', text: site.name, align: 'center', bold: true, large: true },
    ...(site.legalName === undefined ? [] : [line(site.legalName, { align: 'center' })]),
    line(site.address, { align: 'center' }),
    line(`SIRET ${site.siret}`, { align: 'center' }),
    { kind: 'rule' },
    ...copyMark(input),
    ...(sale.kind === 'return' ? [line(paper.return, { align: 'center', bold: true })] : []),
    { kind: 'pair', left: sale.number, right: `${paper.till} ${input.till}` },
    line(`${frenchDay(dayIn(at, site.timeZone))} ${clockIn(at, site.timeZone)}`),
    ...(sale.original ? [line(paper.original(sale.original))] : []),
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
    { kind: 'pair', left: paper.lines(sale.lines.length), right: paper.mark(input.mark) },
    { kind: 'pair', left: `Comptoir ${input.version}`, right: paper.print(input.print) },
    // The bars are for any scanner, the square for a telephone and for paper that creased.
    { kind: 'barcode', text: sale.number },
    { kind: 'qr', text: sale.number },
  ];
  return { title: sale.number, blocks };
}

function copyMark({ print, copy = [] }: TicketInput): readonly TicketBlock[] {
  if (print === 1) return [];
  return copy.length > 0 ? copy : [line(paper.copy(print - 1), { align: 'center', bold: true })];
}

function lineBlocks(sold: SaleLine): TicketBlock[] {
  const label =
    Math.abs(sold.quantity) > 1 || sold.quantity < 0 ? `${sold.quantity} × ${sold.label}` : sold.label;
  const showsValue = sold.referenceCents !== 0 && sold.tariff === 'solidarity';
  return [
    { kind: 'pair', left: label, right: euros(sold.totalCents) },
    ...(Math.abs(sold.quantity) > 1 ? [line(`  ${paper.each(euros(sold.unitPriceCents))}`)] : []),
    ...(sold.unit ? [line(`  ${sold.unit.text}`)] : []),
    ...(showsValue ? [line(`  ${paper.marketValue} ${euros(sold.referenceCents)}`)] : []),
  ];
}

function tenderBlocks(sale: SalePayload): TicketBlock[] {
  const rows = sale.tenders.map((tender): TicketBlock => {
    const { commitment } = detailsOf(tender);
    const suffix = commitment === null ? '' : ` ${paper.number(commitment)}`;
    return { kind: 'pair', left: tenderWords[tender.kind].one + suffix, right: euros(tender.cents) };
  });
  if (sale.changeCents > 0) rows.push({ kind: 'pair', left: paper.change, right: euros(sale.changeCents) });
  return rows;
}

function vatBlocks(sale: SalePayload, site: Seller): TicketBlock[] {
  if (site.vatRegime === 'exempt') return [line(site.vatWording)];
  return sale.vat.map((total) => ({
    kind: 'pair',
    left: paper.vat(total.code, vatRate(total.rateBasisPoints), euros(total.netCents)),
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
