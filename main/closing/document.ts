import type { Site } from '#domain/catalogue.ts';
import type { PeriodTotals } from '#domain/closing.ts';
import { euros } from '#domain/money.ts';
import { type TicketDocument, frenchDay, wordsTicket } from '#domain/ticket.ts';
import { type Day, clockIn, dayIn } from '#domain/time.ts';
import type { Deps } from '../deps.ts';

type Row = string | readonly [string, string];

/** An X or a Z as paper: totals per tender and VAT code, then what the caller adds. */
export function reportDocument(
  deps: Deps,
  report: {
    readonly title: string;
    readonly businessDay: Day;
    readonly totals: PeriodTotals;
    readonly rows: readonly Row[];
  },
): TicketDocument {
  const { site } = deps.reference();
  const { totals } = report;
  const at = deps.now();
  return wordsTicket(report.title, [
    site.name,
    ['Caisse', deps.till],
    ['Journée du', frenchDay(report.businessDay)],
    ['Imprimé le', `${frenchDay(dayIn(at, site.timeZone))} ${clockIn(at, site.timeZone)}`],
    '',
    ['Ventes', String(totals.sales)],
    ['Remboursements', String(totals.returns)],
    ['Corrections', String(totals.corrections)],
    ['Total', euros(totals.totalCents)],
    ['Valeur indicative', euros(totals.referenceCents)],
    ['Économie', euros(totals.savingCents)],
    '',
    ['Espèces', euros(totals.byTender.cash)],
    ['Carte bancaire', euros(totals.byTender.bankCard)],
    ['Prises en charge', euros(totals.byTender.structureCredit)],
    '',
    ...vatRows(site, totals),
    ...report.rows,
  ]);
}

const vatRows = (site: Site, totals: PeriodTotals): Row[] =>
  site.vatRegime === 'exempt'
    ? [site.vatWording]
    : totals.vat.map((one): Row => [`TVA ${one.code} sur ${euros(one.netCents)}`, euros(one.taxCents)]);
