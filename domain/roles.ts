/** Roles of the ladder, and `admin` beside it: keys and restore, no person data. */
export const ladder = ['trainee', 'seller', 'manager'] as const;
export type DeskRole = (typeof ladder)[number];

export interface OperatorRights {
  readonly role: DeskRole | null;
  readonly admin: boolean;
}

/** What a call needs. `nobody` is for what stands before sign-in. */
export type NeededRole = 'nobody' | DeskRole | 'admin';

/** Whether somebody with these rights may do what needs `needed`. Denies by default. */
export function may(rights: OperatorRights | null, needed: NeededRole): boolean {
  if (needed === 'nobody') return true;
  if (!rights) return false;
  if (needed === 'admin') return rights.admin;
  return rights.role !== null && ladder.indexOf(rights.role) >= ladder.indexOf(needed);
}
