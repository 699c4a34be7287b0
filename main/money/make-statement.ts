import type { Answer, Input } from '#contract/ipc.ts';
import { sumCents } from '#domain/money.ts';
import { ok, refuse } from '#domain/result.ts';
import type { Deps } from '../deps.ts';
import { signedIn } from '../access/signed-in.ts';
import { appendEvent } from '../journal/append.ts';
import { openCredits } from './credits.ts';
import { statementView } from './state.ts';
import { statementDocument } from './statement-document.ts';

/** Puts everything a structure owes and was not asked for on one numbered statement. */
export function makeStatement(deps: Deps, input: Input<'makeStatement'>): Answer<'makeStatement'> {
  const { store, till } = deps;
  const row = store.transaction(() => {
    const statements = store.statements(till);
    const known = statements.find((one) => one.id === input.statementId);
    if (known) return known;
    const { prescriberId } = input;
    const credits = openCredits(deps)
      .filter((one) => one.prescriberId === prescriberId)
      .map(({ number, businessDay, commitment, cents }) => ({ number, businessDay, commitment, cents }));
    const totalCents = sumCents(credits.map((one) => one.cents));
    // More came back than was taken on since the last one: it waits, and is taken off the next.
    if (totalCents <= 0) return null;
    const number = (statements[0]?.number ?? 0) + 1;
    const operator = signedIn(deps);
    const asked = { id: input.statementId, till, number, prescriberId, madeAt: deps.now(), operator };
    const unsettled = { settledOn: null, settledCents: null, settledBy: null };
    const made = { ...asked, totalCents, credits, ...unsettled };
    store.insertStatement(made);
    appendEvent(deps, 'credit-statement', { number, prescriberId, cents: totalCents, credits });
    return made;
  });
  if (!row) return refuse({ kind: 'nothing-to-claim' });
  deps.changed('money');
  return ok({ statement: statementView(deps, row), document: statementDocument(deps, row) });
}
