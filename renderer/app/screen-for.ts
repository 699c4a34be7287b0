import type { DeskState } from '#contract/desk.ts';
import { type NeededRole, may } from '#domain/roles.ts';
import type { PlaceName } from './places.ts';

export type ScreenName = PlaceName | 'set-up' | 'sign-in' | 'new-password' | 'opening';

/** What each place needs; main checks it again on every call. */
const roleFor: Readonly<Record<PlaceName, NeededRole>> = {
  till: 'trainee',
  persons: 'trainee',
  tickets: 'trainee',
  stock: 'seller',
  team: 'manager',
  closing: 'seller',
  batches: 'seller',
  accounts: 'seller',
  journal: 'manager',
  // Their parts need more, each for itself: one's own password is everybody's.
  peripherals: 'trainee',
  settings: 'trainee',
};

export const screenNames: readonly ScreenName[] = [
  'set-up',
  'sign-in',
  'new-password',
  'opening',
  ...(Object.keys(roleFor) as PlaceName[]),
];

/** What is about the real point only, and is not practised. */
const notPractised: ReadonlySet<PlaceName> = new Set([
  'team',
  'batches',
  'journal',
  'accounts',
  'peripherals',
  'settings',
]);

/** Whether whoever is signed in may go there now. */
export const isOffered = (desk: Pick<DeskState, 'operator' | 'training'>, place: PlaceName): boolean =>
  may(desk.operator, roleFor[place]) && !(desk.training !== null && notPractised.has(place));

/** The screen that the state of the desk allows; being locked is drawn over it and does not change it. */
export function screenFor(desk: DeskState, place: PlaceName): ScreenName {
  if (!desk.setUp) return 'set-up';
  if (!desk.operator) return 'sign-in';
  if (desk.mustChangePassword) return 'new-password';
  const wanted = isOffered(desk, place) ? place : 'till';
  if (wanted !== 'till') return wanted;
  return desk.session ? 'till' : 'opening';
}
