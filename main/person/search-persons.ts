import type { Answer, Input } from '#contract/ipc.ts';
import { ok, refuse } from '#domain/result.ts';
import { may } from '#domain/roles.ts';
import type { Deps } from '../deps.ts';
import { signedIn } from '../access/signed-in.ts';
import { personFound } from './found.ts';

const best = 20;

/** Best twenty by name, year, telephone or card. A trainee also gives the birth year: nobody browses people. */
export function searchPersons(deps: Deps, input: Input<'searchPersons'>): Answer<'searchPersons'> {
  const operator = deps.store.operatorByCode(signedIn(deps));
  if (input.birthYear === null && !may(operator ?? null, 'seller'))
    return refuse({ kind: 'birth-year-needed' });
  const { rows, total } = deps.store.findPersons(input.text, input.birthYear, best);
  return ok({ persons: rows.map((row) => personFound(deps, row)), total });
}
