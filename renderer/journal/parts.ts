import type { Place } from '../app/places.ts';

export const parts = ['check', 'events', 'archives', 'backups'] as const;
export type Part = (typeof parts)[number];

/** The part that somebody asked for by name, from the bar above; the check otherwise. */
export const partAsked = (place: Place): Part => (place.at === 'journal' && place.part) || 'check';
