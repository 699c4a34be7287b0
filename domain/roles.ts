/** Roles of the ladder, and `admin` beside it: keys and restore, no person data. */
export const ladder = ['trainee', 'seller', 'manager'] as const;
export type DeskRole = (typeof ladder)[number];

export interface OperatorRights {
  readonly role: DeskRole | null;
  readonly admin: boolean;
}

/** What a call needs. `nobody` is for what stands before sign-in. */
export type NeededRole = 'nobody' | DeskRole | 'admin';

/** What each right includes. A role beside the ladder is one more row; one that is not known here includes nothing. */
const includes: ReadonlyMap<DeskRole | 'admin', readonly NeededRole[]> = new Map([
  ['trainee', ['trainee']],
  ['seller', ['trainee', 'seller']],
  ['manager', ['trainee', 'seller', 'manager']],
  ['admin', ['admin']],
]);

/** Whether somebody with these rights may do what needs `needed`. Denies by default. */
export function may(rights: OperatorRights | null, needed: NeededRole): boolean {
  if (needed === 'nobody') return true;
  if (!rights) return false;
  const held = [rights.role, rights.admin ? ('admin' as const) : null];
  return held.some((one) => one !== null && (includes.get(one)?.includes(needed) ?? false));
}
