import type { DayClosingPayload, PeriodTotals, SessionClosingPayload } from '#domain/closing.ts';
import { type Cents, euros, sumCents } from '#domain/money.ts';
import type { Seller } from '#domain/sale.ts';
import { tenderKinds } from '#domain/tender.ts';
import { type TicketDocument, type WordsRow, markTraining, wordsTicket } from '#paper/document.ts';
import { frenchDay, tenderWords, vatRate } from '#paper/words.ts';
import { type Day, type Instant, clockIn, dayIn } from '#domain/time.ts';
import type { ReadingDeps } from '../deps.ts';
import { sellerNow } from '../sale/seller.ts';
import type { HourNet } from './hours.ts';

export interface Report {
  readonly title: string;
  /** "Journée du 22/11/2026", "Mois 2026-11". */
  readonly period: readonly [label: string, value: string];
  readonly at: Instant;
  readonly totals: PeriodTotals;
  /** Money of each hour of the day, where the paper shows one day. */
  readonly hours: readonly HourNet[];
  /** As it was signed; who sells now where nothing was. */
  readonly seller?: Seller | undefined;
  readonly rows: readonly WordsRow[];
}

/** An X, a Z or a longer closing as paper: totals per tender and VAT code, the day's shape, what the caller adds. */
export function reportDocument(deps: ReadingDeps, report: Report): TicketDocument {
  const site = report.seller ?? sellerNow(deps).seller;
  const { totals, at } = report;
  const largest = Math.max(1, ...tenderKinds.map((kind) => Math.abs(totals.byTender[kind])));
  const document = wordsTicket(report.title, [
    site.name,
    ...(site.legalName === undefined ? [] : [site.legalName]),
    `SIRET ${site.siret}`,
    ['Caisse', deps.till],
    report.period,
    ['Fait le', `${frenchDay(dayIn(at, site.timeZone))} ${clockIn(at, site.timeZone)}`],
    '',
    ['Ventes', String(totals.sales)],
    ['Remboursements', String(totals.returns)],
    ['Corrections', String(totals.corrections)],
    ['Total', euros(totals.totalCents)],
    ['Valeur indicative', euros(totals.referenceCents)],
    ['Économie', euros(totals.savingCents)],
    '',
    ...tenderKinds.map((kind): WordsRow => ({
      kind: 'bar',
      left: tenderWords[kind].many,
      right: euros(totals.byTender[kind]),
      share: Math.abs(totals.byTender[kind]) / largest,
    })),
    ...hourRows(report.hours),
    '',
    ...vatRows(site, totals),
    ...report.rows,
  ]);
  return deps.practice.state() ? markTraining(document) : document;
}

export const dayPeriod = (on: Day): Report['period'] => ['Journée du', frenchDay(on)];

function hourRows(hours: readonly HourNet[]): WordsRow[] {
  if (hours.length === 0) return [];
  const sums = hours.map(({ hour, byTender }) => ({
    hour,
    cents: sumCents(tenderKinds.map((kind) => byTender[kind])),
  }));
  const largest = Math.max(1, ...sums.map(({ cents }) => Math.abs(cents)));
  return [
    '',
    ...sums.map(({ hour, cents }): WordsRow => ({
      kind: 'bar',
      left: `${hour} h`,
      right: euros(cents),
      share: Math.abs(cents) / largest,
    })),
  ];
}

const vatRows = (site: Seller, totals: PeriodTotals): WordsRow[] =>
  site.vatRegime === 'exempt'
    ? [site.vatWording]
    : totals.vat.map((one): WordsRow => [
        `TVA ${one.code} ${vatRate(one.rateBasisPoints)} sur ${euros(one.netCents)}`,
        euros(one.taxCents),
      ]);

/** What a Z says beside its totals: the drawer, the differences, the takings, what is never reset. */
export const sessionRows = (payload: SessionClosingPayload): WordsRow[] => [
  '',
  ...(payload.tickets
    ? ([
        ['Premier ticket', payload.tickets.first],
        ['Dernier ticket', payload.tickets.last],
      ] as const)
    : []),
  ...(payload.soldCents === undefined ? [] : [['Vendu', euros(payload.soldCents)] as const]),
  ...(payload.refundedCents === undefined ? [] : [['Remboursé', euros(payload.refundedCents)] as const]),
  ['Fond de caisse', euros(payload.floatCents)],
  ['Entrées', euros(payload.payInCents)],
  ['Sorties', euros(payload.dropCents)],
  ...payload.differences.map((one): WordsRow => [
    `Écart ${tenderWords[one.tender].within}`,
    euros(one.differenceCents),
  ]),
  ['Fond laissé', euros(payload.floatLeftCents)],
  ['Mis de côté', euros(payload.takingsCents)],
  ...(payload.envelope ? [['Enveloppe', payload.envelope] as const] : []),
  ['Ouverte par', payload.openedBy],
  ['Fermée par', payload.closedBy],
  ...(payload.joinedBy ? [['Avec', payload.joinedBy] as const] : []),
  ...(payload.version === undefined ? [] : [['Comptoir', payload.version] as const]),
  ...perpetualRows(payload.perpetual),
];

export const perpetualRows = (perpetual: {
  readonly netCents: Cents;
  readonly absoluteCents: Cents;
}): WordsRow[] => [
  '',
  ['Total perpétuel', euros(perpetual.netCents)],
  ['Total perpétuel absolu', euros(perpetual.absoluteCents)],
];

/** Of a day that was closed before: what the whole of it comes to. */
export const businessDayRows = ({
  businessDayTotals: whole,
}: Pick<DayClosingPayload, 'businessDayTotals'>): WordsRow[] =>
  whole === undefined ? [] : ['', ['Journée entière', euros(whole.totalCents)]];
