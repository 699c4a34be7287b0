import type { ClosingCheck, ClosingClue } from '#contract/closing.ts';
import type { Input } from '#contract/ipc.ts';
import type { SessionRow } from '#db/queries/session.ts';
import { type Difference, expectedCash, needsManager } from '#domain/closing.ts';
import { cashCountTotal, cents } from '#domain/money.ts';
import { type TenderKind, tenderKinds } from '#domain/tender.ts';
import type { ReadingDeps } from '../deps.ts';
import { drawerOf } from '../session/drawer.ts';
import { creditPapers, netsOf } from './nets.ts';
import { hoursOf } from './hours.ts';
import { sessionRange, sessionTotals } from './totals.ts';

type Counted = Input<'checkCount'>;

/** Compares a count with what is expected, and looks for what could make the difference. */
export function checkClosing(deps: ReadingDeps, session: SessionRow, counted: Counted): ClosingCheck {
  const totals = sessionTotals(deps, session);
  const differences = differencesOf(deps, session, counted);
  return {
    differences,
    totals,
    managerNeeded: needsManager(differences, deps.reference().catalogue.policy),
    clues: differences.flatMap((one) => (one.differenceCents === 0 ? [] : cluesFor(deps, session, one))),
    hours: hoursOf(deps, sessionRange(deps, session)),
  };
}

export function differencesOf(deps: ReadingDeps, session: SessionRow, counted: Counted): Difference[] {
  const totals = sessionTotals(deps, session);
  const expected: Record<TenderKind, number> = {
    ...totals.byTender,
    cash: expectedCash(drawerOf(deps, session)),
  };
  // A structure's undertakings are papers: their number is counted, their amount is the journal's.
  const papers = creditPapers(netsOf(deps, session));
  const missing = papers - (counted.creditCount ?? 0);
  const average = papers === 0 ? 0 : Math.round(totals.byTender.structureCredit / papers);
  const given: Record<TenderKind, number> = {
    cash: cashCountTotal(counted.cash),
    bankCard: counted.cardCents ?? 0,
    structureCredit: totals.byTender.structureCredit - missing * average,
  };
  return tenderKinds.map((tender) => ({
    tender,
    expectedCents: cents(expected[tender]),
    countedCents: cents(given[tender]),
    differenceCents: cents(given[tender] - expected[tender]),
    reason: null,
  }));
}

function cluesFor(deps: ReadingDeps, session: SessionRow, difference: Difference): ClosingClue[] {
  const { store } = deps;
  const amount = Math.abs(difference.differenceCents);
  const sales = store.salesOfSession(session.id);
  const clues: ClosingClue[] = [];
  for (const sale of sales) {
    const { id: saleId, number } = sale;
    for (const tender of store.tendersOf(sale.id)) {
      if (Math.abs(tender.cents) === amount || Math.abs(tender.cents - sale.changeCents) === amount)
        clues.push({ kind: 'sale-of-that-amount', saleId, number, tender: tender.kind, cents: tender.cents });
      if (difference.tender === 'bankCard' && tender.kind === 'bankCard' && !tender.reference)
        clues.push({ kind: 'card-without-reference', saleId, number, cents: tender.cents });
    }
    if (sale.kind === 'return') clues.push({ kind: 'return', saleId, number, cents: sale.totalCents });
  }
  if (difference.tender === 'cash')
    for (const one of store.drawerMovementsOf(session.id))
      if (one.kind === 'opened') clues.push({ kind: 'drawer-opened', at: one.at, reason: one.reason });
  const rank = ['sale-of-that-amount', 'card-without-reference', 'return', 'drawer-opened'];
  return clues.toSorted((a, b) => rank.indexOf(a.kind) - rank.indexOf(b.kind)).slice(0, 12);
}
