import type { Answer, Input } from '#contract/ipc.ts';
import { ok, refuse } from '#domain/result.ts';
import type { Deps } from '../deps.ts';
import { signedIn } from '../access/signed-in.ts';
import { appendEvent } from '../journal/append.ts';
import { unitRow } from './rows.ts';

/** Says that a device was tested and its data wiped, when and by whom. */
export function markTested(deps: Deps, input: Input<'markTested'>): Answer<'markTested'> {
  const { store } = deps;
  const unit = store.unitByKey(input.unitKey);
  if (!unit) return refuse({ kind: 'unit-unknown' });
  const at = deps.now();
  const by = signedIn(deps);
  const marks = {
    testedAt: input.tested ? (unit.testedAt ?? at) : null,
    testedBy: input.tested ? (unit.testedBy ?? by) : null,
    wipedAt: input.wiped ? (unit.wipedAt ?? at) : null,
    wipedBy: input.wiped ? (unit.wipedBy ?? by) : null,
  };
  store.transaction(() => {
    store.saveUnit({ key: unit.key, ...marks });
    appendEvent(deps, 'unit-tested', { unitKey: unit.key, tested: input.tested, wiped: input.wiped });
  });
  deps.changed('stock', 'basket');
  return ok(unitRow({ ...unit, ...marks }));
}
