import type { Answer, Input } from '#contract/ipc.ts';
import { ok, refuse } from '#domain/result.ts';
import { sellingSession } from './selling.ts';
import { dayPeriod, reportDocument } from '../closing/document.ts';
import { hoursOf } from '../closing/hours.ts';
import { sessionRange, sessionTotals } from '../closing/totals.ts';
import type { Deps } from '../deps.ts';
import { appendEvent } from '../journal/append.ts';
import { queuePrint } from '../printing/queue.ts';

/** The session so far, without closing anything. Never the expected cash: the closing count stays blind. */
export function xReport(deps: Deps, { print }: Input<'xReport'>): Answer<'xReport'> {
  const session = sellingSession(deps);
  if (!session.ok) return session;
  if (print && deps.printing.state().state === 'none') return refuse({ kind: 'no-printer' });
  const totals = sessionTotals(deps, session.value);
  const document = reportDocument(deps, {
    title: `X ${session.value.number}`,
    period: dayPeriod(session.value.businessDay),
    at: deps.now(),
    totals,
    hours: hoursOf(deps, sessionRange(deps, session.value)),
    rows: [],
  });
  deps.store.transaction(() => {
    appendEvent(deps, 'x-report', { sessionId: session.value.id });
    if (print) queuePrint(deps, { document });
  });
  if (print) {
    deps.printing.wake();
    deps.changed('print-jobs');
  }
  return ok({ document });
}
