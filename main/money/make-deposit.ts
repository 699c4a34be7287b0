import type { Answer, Input } from '#contract/ipc.ts';
import { sumCents } from '#domain/money.ts';
import { ok, refuse } from '#domain/result.ts';
import type { Deps } from '../deps.ts';
import { signedIn } from '../access/signed-in.ts';
import { appendEvent } from '../journal/append.ts';
import { envelopesOf } from './envelopes.ts';
import { moneyState } from './state.ts';

/** Envelopes leave the safe for the bank, each once. */
export function makeDeposit(deps: Deps, input: Input<'makeDeposit'>): Answer<'makeDeposit'> {
  const { store, till } = deps;
  const made = store.transaction((): Answer<'makeDeposit'> | null => {
    const deposits = store.deposits(till);
    if (deposits.some((one) => one.id === input.depositId)) return null;
    const wanted = new Set(input.envelopes);
    const chosen = envelopesOf(deps).filter((one) => wanted.has(one.id));
    if (chosen.length !== wanted.size) return refuse({ kind: 'envelope-unknown' });
    if (deposits.some((one) => one.envelopes.some((id) => wanted.has(id))))
      return refuse({ kind: 'envelope-deposited' });
    const cents = sumCents(chosen.map((one) => one.cents));
    const envelopes = chosen.map((one) => one.id);
    const operator = signedIn(deps);
    const { depositId: id, slip } = input;
    store.insertDeposit({ id, till, at: deps.now(), operator, cents, slip, envelopes });
    appendEvent(deps, 'deposit', { depositId: id, cents, slip, envelopes });
    return null;
  });
  if (made) return made;
  deps.changed('money');
  return ok(moneyState(deps));
}
