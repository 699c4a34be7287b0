import type { NeededRole } from '#domain/roles.ts';
import type { Place } from '../app/places.ts';

export const parts = ['printer', 'queue', 'scanner', 'screen', 'password', 'about'] as const;
export type Part = (typeof parts)[number];

/** What each part asks of the application needs this role. */
export const partRole: Readonly<Record<Part, NeededRole>> = {
  printer: 'seller',
  queue: 'trainee',
  scanner: 'trainee',
  screen: 'trainee',
  password: 'trainee',
  about: 'seller',
};

/** The part that somebody asked for by name, from the bar above. */
export function partAsked(place: Place): Part | null {
  const asked = place.at === 'settings' ? place.part : undefined;
  return asked === 'language' ? 'screen' : (asked ?? null);
}
