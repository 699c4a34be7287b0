import type { Answer, Input } from '#contract/ipc.ts';
import { cents } from '#domain/money.ts';
import { ok, refuse } from '#domain/result.ts';
import { dayIn, instant } from '#domain/time.ts';
import { todayAtSite } from '../today.ts';
import type { Deps } from '../deps.ts';
import { signedIn } from '../access/signed-in.ts';
import { appendEvent } from '../journal/append.ts';
import { moneyState } from './state.ts';

/** A deposit was seen on the bank's statement: the end of that money's way. A differing amount is kept as it is. */
export function creditDeposit(deps: Deps, input: Input<'creditDeposit'>): Answer<'creditDeposit'> {
  const { store, till } = deps;
  const deposit = store.deposits(till).find((one) => one.id === input.depositId);
  if (!deposit) return refuse({ kind: 'deposit-unknown' });
  if (deposit.creditedOn !== null) return refuse({ kind: 'deposit-credited' });
  if (input.on > todayAtSite(deps)) return refuse({ kind: 'day-in-future' });
  const depositedOn = dayIn(instant(deposit.at), deps.reference().site.timeZone);
  if (input.on < depositedOn) return refuse({ kind: 'day-before-deposit', depositedOn });
  store.transaction(() => {
    store.saveDeposit({
      id: deposit.id,
      creditedOn: input.on,
      creditedCents: input.cents,
      creditedBy: signedIn(deps),
    });
    appendEvent(deps, 'deposit-credited', {
      depositId: deposit.id,
      slip: deposit.slip,
      on: input.on,
      cents: input.cents,
      differenceCents: cents(input.cents - deposit.cents),
    });
  });
  deps.changed('money');
  return ok(moneyState(deps));
}
