import type { DraftKey } from '#db/queries/draft.ts';
import { type Deps, signedIn } from '../deps.ts';

/** The registration that whoever is at this desk has begun here: nobody else finds it before them. */
export const registrationKey = (deps: Deps): DraftKey => ({
  till: deps.till,
  operator: signedIn(deps),
  form: 'registration',
});
