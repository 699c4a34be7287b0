import type { Answer } from '#contract/ipc.ts';
import { ok } from '#domain/result.ts';
import type { Deps } from '../deps.ts';

/** Structures that a letter may come from. */
export const prescribers = (deps: Deps): Answer<'prescribers'> =>
  ok(
    deps
      .reference()
      .catalogue.prescribers.map(({ id, name, kind, referents }) => ({ id, name, kind, referents })),
  );
