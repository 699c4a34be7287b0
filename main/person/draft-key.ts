import type { DraftKey } from '#db/queries/draft.ts';
import type { Deps } from '../deps.ts';
import { signedIn } from '../access/signed-in.ts';

/** The registration that whoever is at this desk has begun here: nobody else finds it before them. */
export const registrationKey = (deps: Deps): DraftKey => ({
  till: deps.till,
  operator: signedIn(deps),
  form: 'registration',
});
