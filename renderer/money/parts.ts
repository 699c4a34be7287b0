import type { NeededRole } from '#domain/roles.ts';

export const parts = ['closings', 'money', 'credits'] as const;
export type Part = (typeof parts)[number];

/** What each part asks of the application needs this role. */
export const partRole: Readonly<Record<Part, NeededRole>> = {
  closings: 'seller',
  money: 'manager',
  credits: 'manager',
};
