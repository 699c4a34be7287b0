import type { StatementRow } from '#db/queries/money.ts';
import { euros } from '#domain/money.ts';
import { type TicketDocument, wordsTicket } from '#paper/document.ts';
import { frenchDay } from '#paper/words.ts';
import { dayIn } from '#domain/time.ts';
import type { ReadingDeps } from '../deps.ts';
import { structureName } from './state.ts';

/** The paper that is sent to a structure: who asks, what for, how much. Nobody who was served is on it. */
export function statementDocument(deps: ReadingDeps, row: StatementRow): TicketDocument {
  const { site } = deps.reference();
  return wordsTicket(`Relevé ${row.number}`, [
    site.name,
    site.address,
    `SIRET ${site.siret}`,
    '',
    `À : ${structureName(deps, row.prescriberId)}`,
    ['Fait le', frenchDay(dayIn(row.madeAt, site.timeZone))],
    ['Caisse', deps.till],
    '',
    'Prises en charge à régler :',
    ...row.credits.flatMap((one) => [
      [`${frenchDay(one.businessDay)} n° ${one.commitment}`, euros(one.cents)] as const,
      `  ticket ${one.number}`,
    ]),
    { kind: 'rule' },
    { kind: 'pair', left: 'Total à régler', right: euros(row.totalCents), bold: true },
    site.vatRegime === 'exempt' ? site.vatWording : '',
  ]);
}
