import type { PersonPanel } from '#contract/basket.ts';
import { type Standing, standingOf } from '#domain/entitlement.ts';
import { cents } from '#domain/money.ts';
import { type Day, timeLeft } from '#domain/time.ts';
import type { ReadingDeps } from '../deps.ts';
import type { AtDesk } from './buyer.ts';

/** What the desk shows of a person: never the structure, never the situation. */
export function panelOf(deps: ReadingDeps, person: AtDesk, on: Day): PersonPanel {
  const standing = standingOf(person.buyer, deps.reference().catalogue.policy, on);
  return {
    personId: person.personId,
    firstName: person.firstName,
    initial: person.initial,
    card: person.card,
    standing: standingView(standing, on),
    savingEverCents: cents(deps.store.savingOfPerson(person.personId)),
  };
}

function standingView(standing: Standing, on: Day): PersonPanel['standing'] {
  switch (standing.kind) {
    case 'entitled': {
      const { from, until } = standing.entitlement;
      return { kind: 'entitled', from, until, ...timeLeft(on, until) };
    }
    case 'walk-in':
      return { kind: 'walk-in', dueOn: standing.dueOn };
    case 'lapsed':
      return { kind: 'lapsed', endedOn: standing.endedOn };
    case 'not-open':
      return { kind: 'not-open', opensOn: standing.opensOn };
    case 'walk-in-used':
      return { kind: 'walk-in-used' };
    case 'public':
      throw new Error('a person is never the public');
  }
}
