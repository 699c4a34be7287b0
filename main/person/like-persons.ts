import type { Answer, Input } from '#contract/ipc.ts';
import { ok, refuse } from '#domain/result.ts';
import { todayAtSite } from '../today.ts';
import type { Deps } from '../deps.ts';
import { personFound } from './found.ts';
import { likesOf } from './likes.ts';
import { fieldRefusal } from './registration.ts';

/** Search before create: who may be the same as the form says. */
export function likePersons(deps: Deps, input: Input<'likePersons'>): Answer<'likePersons'> {
  const refused = fieldRefusal(input.registration, todayAtSite(deps));
  if (refused) return refuse(refused);
  const likes = likesOf(deps, input.registration);
  return ok({
    probablySame: likes.probablySame.map((row) => personFound(deps, row)),
    maybe: likes.maybe.map((row) => personFound(deps, row)),
  });
}
