import type { Answer, Input } from '#contract/ipc.ts';
import { ok } from '#domain/result.ts';
import type { Deps } from '../deps.ts';
import { appendEvent } from '../journal/append.ts';
import { saveLogo } from './logo-picture.ts';

/** Puts a picture at the head of tickets from now on, or takes it away. */
export function chooseLogo(deps: Deps, input: Input<'chooseLogo'>): Answer<'chooseLogo'> {
  deps.store.transaction(() => {
    saveLogo(deps.store, deps.till, input.logo);
    appendEvent(deps, 'logo-chosen', { there: input.logo !== null });
  });
  deps.changed('desk');
  return ok(null);
}
