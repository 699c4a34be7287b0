import type { Answer, Input } from '#contract/ipc.ts';
import { cents } from '#domain/money.ts';
import { ok, refuse } from '#domain/result.ts';
import { todayAtSite } from '../today.ts';
import type { Deps } from '../deps.ts';
import { signedIn } from '../access/signed-in.ts';
import { appendEvent } from '../journal/append.ts';
import { moneyState } from './state.ts';

/** A structure paid a statement. */
export function settleStatement(deps: Deps, input: Input<'settleStatement'>): Answer<'settleStatement'> {
  const { store, till } = deps;
  const row = store.statements(till).find((one) => one.id === input.statementId);
  if (!row) return refuse({ kind: 'statement-unknown' });
  if (row.settledOn !== null) return refuse({ kind: 'statement-settled' });
  if (input.on > todayAtSite(deps)) return refuse({ kind: 'day-in-future' });
  store.transaction(() => {
    store.saveStatement({
      id: row.id,
      settledOn: input.on,
      settledCents: input.cents,
      settledBy: signedIn(deps),
    });
    appendEvent(deps, 'credit-settled', {
      number: row.number,
      prescriberId: row.prescriberId,
      on: input.on,
      cents: input.cents,
      differenceCents: cents(input.cents - row.totalCents),
    });
  });
  deps.changed('money');
  return ok(moneyState(deps));
}
