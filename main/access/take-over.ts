import type { Answer, Input } from '#contract/ipc.ts';
import { ok } from '#domain/result.ts';
import { checkPassword } from './check-password.ts';
import { enter } from './enter.ts';
import { sellingSession } from '../session/selling.ts';
import { holdRow } from '../basket/hold.ts';
import type { Deps } from '../deps.ts';

/** "Changer d'équipier": the basket is held, the previous operator signed out in the name of the next. */
export async function takeOver(deps: Deps, input: Input<'takeOver'>): Promise<Answer<'takeOver'>> {
  const checked = await checkPassword(deps, input.operator, input.password);
  if (!checked.ok) return checked;
  const session = sellingSession(deps);
  const row = deps.store.currentBasket(deps.till);
  if (session.ok && row && row.payment === null) holdRow(deps, row, session.value.businessDay);
  return ok(enter(deps, checked.value, 'taking-over'));
}
