import type { ClosedDay } from '#contract/closing.ts';
import type { Input } from '#contract/ipc.ts';
import type { BasketRow } from '#db/queries/basket.ts';
import type { SessionRow } from '#db/queries/session.ts';
import {
  type DayClosingPayload,
  type Difference,
  type PeriodTotals,
  type PerpetualTotals,
  type SessionClosingPayload,
  addTotals,
} from '#domain/closing.ts';
import type { OperatorCode } from '#domain/ids.ts';
import { cashCountTotal, cents } from '#domain/money.ts';
import { holdRow } from '../basket/hold.ts';
import { chargedCents } from '../basket/view.ts';
import { sealDay } from '../exchange/seal-day.ts';
import type { Deps } from '../deps.ts';
import { signedIn } from '../access/signed-in.ts';
import { appendEvent, appendRecord } from '../journal/append.ts';
import { queuePrint } from '../printing/queue.ts';
import { dayPeriod, reportDocument, sessionRows } from './document.ts';
import { sellerNow } from '../sale/seller.ts';
import { drawerOf } from '../session/drawer.ts';
import { hoursOf } from './hours.ts';
import { closeEnded } from './long.ts';
import {
  lastDayClosing,
  perpetualAfter,
  sessionRange,
  sessionTotals,
  ticketsOf,
  totalsOf,
} from './totals.ts';

export interface ClosingToWrite {
  readonly input: Input<'closeSession'>;
  readonly differences: readonly Difference[];
  readonly joinedBy: OperatorCode | null;
}

/** Z, day closing, batch: inside the caller's transaction. */
export function writeClosing(deps: Deps, session: SessionRow, closing: ClosingToWrite): ClosedDay {
  const held = settleHeld(deps, session, closing.input.held);
  const before = lastDayClosing(deps);
  const totals = sessionTotals(deps, session);
  const sales = sessionRange(deps, session);
  const drawer = drawerOf(deps, session);
  const { cash, floatLeft, envelope } = closing.input;
  const countedCents = cashCountTotal(cash);
  const floatLeftCents = cashCountTotal(floatLeft);
  const day = dayTotals(deps, before);
  const perpetual = perpetualAfter(before?.perpetual ?? null, day.totals);
  const payload: SessionClosingPayload = {
    sessionId: session.id,
    number: session.number,
    openedBy: session.openedBy,
    closedBy: signedIn(deps),
    joinedBy: closing.joinedBy,
    sales,
    totals,
    perpetual,
    floatCents: session.floatCents,
    payInCents: drawer.payInCents,
    dropCents: drawer.dropCents,
    cashCount: cash,
    differences: closing.differences,
    floatLeftCents,
    takingsCents: cents(countedCents - floatLeftCents),
    envelope,
    heldBaskets: held,
    ...ticketsOf(deps.store.recordsBetween(deps.till, 'sale', sales.from, sales.to)),
    seller: sellerNow(deps).seller,
    version: deps.version,
  };
  const { businessDay } = session;
  closeEnded(deps, businessDay);
  const sealed = appendRecord(deps, 'closing', 'session', { payload, businessDay });
  writeDay(deps, session, { before, day, perpetual });
  deps.store.saveSession({ id: session.id, closedAt: deps.now(), floatLeftCents, closingSeq: sealed.seq });
  appendEvent(deps, 'closing', { sessionId: session.id, number: session.number });
  const batch = sealDay(deps, session);
  const document = reportDocument(deps, {
    title: `Z ${payload.number}`,
    period: dayPeriod(businessDay),
    at: deps.now(),
    totals,
    hours: hoursOf(deps, payload.sales),
    seller: payload.seller,
    rows: sessionRows(payload),
  });
  queuePrint(deps, { document });
  return {
    number: session.number,
    businessDay,
    totals,
    differences: closing.differences,
    batchNo: batch.batchNo,
    batchFile: batch.fileName,
    document,
  };
}

/**
 * Held baskets stay for tomorrow or are given up; the one in progress is given up when it is empty. One whose card
 * was charged always stays, with its payment: that money waits for its sale.
 */
function settleHeld(
  deps: Deps,
  session: SessionRow,
  choice: 'keep' | 'abandon',
): { kept: number; abandoned: number } {
  const { store, till } = deps;
  const current = store.currentBasket(till);
  if (current) setAside(deps, session, current);
  const held = store.heldBaskets(till);
  const givenUp = choice === 'keep' ? [] : held.filter((row) => chargedCents(row) === 0);
  for (const row of givenUp) {
    store.setBasketStatus(row.saleId, 'abandoned', deps.now());
    appendEvent(deps, 'basket-abandoned', { saleId: row.saleId, lines: row.lines.length, reason: 'closing' });
  }
  return { kept: held.length - givenUp.length, abandoned: givenUp.length };
}

function setAside(deps: Deps, session: SessionRow, current: BasketRow): void {
  if (current.lines.length === 0) {
    deps.store.setBasketStatus(current.saleId, 'abandoned', deps.now());
    return;
  }
  const payment = chargedCents(current) > 0 ? current.payment : null;
  deps.store.saveBasket({ saleId: current.saleId, payment });
  holdRow(deps, current, session.businessDay);
}

interface DayTotals {
  readonly range: { readonly from: number; readonly to: number };
  readonly totals: PeriodTotals;
}

function dayTotals(deps: Deps, before: DayClosingPayload | null): DayTotals {
  const from = (before?.sales.to ?? 0) + 1;
  const to = deps.store.lastRecord(deps.till, 'sale')?.seq ?? 0;
  return { range: { from, to }, totals: totalsOf(deps.store.recordsBetween(deps.till, 'sale', from, to)) };
}

/** Everything of the sale chain since the last day closing, by sequence. */
function writeDay(
  deps: Deps,
  session: SessionRow,
  of: {
    readonly before: DayClosingPayload | null;
    readonly day: DayTotals;
    readonly perpetual: PerpetualTotals;
  },
): void {
  const last = deps.store.lastOfType(deps.till, 'closing', 'day');
  const payload: DayClosingPayload = {
    previousBusinessDay: last?.businessDay ?? null,
    sales: of.day.range,
    totals: of.day.totals,
    perpetual: of.perpetual,
    ...(last?.businessDay === session.businessDay && of.before
      ? { businessDayTotals: addTotals(of.before.businessDayTotals ?? of.before.totals, of.day.totals) }
      : {}),
  };
  appendRecord(deps, 'closing', 'day', { payload, businessDay: session.businessDay });
}
