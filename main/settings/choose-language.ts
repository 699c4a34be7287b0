import type { Answer, Input } from '#contract/ipc.ts';
import { ok } from '#domain/result.ts';
import type { Deps } from '../deps.ts';

/** Language of this desk's screen. */
export function chooseLanguage(deps: Deps, input: Input<'chooseLanguage'>): Answer<'chooseLanguage'> {
  deps.store.saveSetting(deps.till, 'language', input.language);
  deps.changed('desk', 'basket', 'stock');
  return ok(null);
}
