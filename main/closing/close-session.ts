import { rmSync } from 'node:fs';
import type { ClosedDay } from '#contract/closing.ts';
import type { Answer, Input, Refusal } from '#contract/ipc.ts';
import type { SessionRow } from '#db/queries/session.ts';
import { type Difference, needsManager } from '#domain/closing.ts';
import { cashCountTotal } from '#domain/money.ts';
import { type Result, ok, refuse } from '#domain/result.ts';
import { approverOf } from '../access/approve.ts';
import { isStale } from '../session/selling.ts';
import { differencesOf } from './check.ts';
import { afterClosing } from './after.ts';
import { periodsEnding } from './long.ts';
import { writeClosing } from './write.ts';
import type { Deps } from '../deps.ts';
import { upgradeCopy } from '../point.ts';

/** Closes the session and the day, and freezes the batch: one transaction, never blocked by a difference. */
export async function closeSession(
  deps: Deps,
  input: Input<'closeSession'>,
): Promise<Answer<'closeSession'>> {
  const { store, till } = deps;
  const session = store.openSessionOf(till);
  if (!session) return refuse({ kind: 'no-session' });
  // A payment left from another day is set aside with its basket: else neither it nor the day could be ended.
  if (store.currentBasket(till)?.payment && !isStale(deps, session))
    return refuse({ kind: 'payment-in-progress' });
  if (Object.values(input.cash).every((one) => one === undefined)) return refuse({ kind: 'count-empty' });
  const explained = explain(deps, session, input);
  if (!explained.ok) return explained;
  const { policy } = deps.reference().catalogue;
  const countedCents = cashCountTotal(input.cash);
  if (cashCountTotal(input.floatLeft) > countedCents)
    return refuse({ kind: 'float-above-count', countedCents });
  const joined = needsManager(explained.value, policy)
    ? await approverOf(deps, input.approval, 'difference')
    : ok(null);
  if (!joined.ok) return joined;
  // What a month or a year closes was looked at whole; what is found is journalled and closes with it.
  const ending = periodsEnding(deps, session.businessDay);
  if (ending.length > 0) await deps.integrity.check(1);
  const closed = store.transaction((): Result<ClosedDay, Refusal<'closeSession'>> => {
    // Somebody else may have closed it, or sold, while a manager typed.
    if (store.openSessionOf(till)?.id !== session.id) return refuse({ kind: 'no-session' });
    const now = explain(deps, session, input);
    if (!now.ok) return now;
    if (needsManager(now.value, policy) && joined.value === null)
      return refuse({ kind: 'approval-needed', act: 'difference' });
    return ok(writeClosing(deps, session, { input, differences: now.value, joinedBy: joined.value }));
  });
  if (!closed.ok) return closed;
  deps.heads.flush();
  // The day is closed with this version: nobody goes back behind it any more.
  deps.later(async () => rmSync(upgradeCopy(deps.dataFolder), { force: true }), 'upgrade-copy');
  afterClosing(deps, ending);
  deps.printing.wake();
  deps.sync.wake();
  deps.changed('desk', 'basket', 'batches', 'tickets', 'print-jobs', 'money');
  return ok(closed.value);
}

/** Every difference carries the reason that was chosen; only cash, card and credits that differ need one. */
function explain(
  deps: Deps,
  session: SessionRow,
  input: Input<'closeSession'>,
): Result<Difference[], { readonly kind: 'reason-needed'; readonly tender: Difference['tender'] }> {
  const differences = differencesOf(deps, session, input).map((one) => ({
    ...one,
    reason: one.differenceCents === 0 ? null : input.reasons[one.tender],
  }));
  const silent = differences.find((one) => one.differenceCents !== 0 && one.reason === null);
  return silent ? refuse({ kind: 'reason-needed', tender: silent.tender }) : ok(differences);
}
