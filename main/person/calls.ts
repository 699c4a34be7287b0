import type { UseCases } from '../deps.ts';
import { giveCard } from './give-card.ts';
import { keepRegistrationDraft } from './keep-registration-draft.ts';
import { likePersons } from './like-persons.ts';
import { personFile } from './person-file.ts';
import { registerPerson } from './register-person.ts';
import { registrationDraft } from './registration-draft.ts';
import { searchPersons } from './search-persons.ts';

export const personCalls = {
  giveCard,
  keepRegistrationDraft,
  likePersons,
  personFile,
  registerPerson,
  registrationDraft,
  searchPersons,
} satisfies UseCases;
