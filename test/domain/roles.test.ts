import { describe, expect, test } from 'vitest';
import { type DeskRole, type NeededRole, may } from '#domain/roles.ts';

const needs: NeededRole[] = ['nobody', 'trainee', 'seller', 'manager', 'admin'];
const rights = (role: DeskRole | null, admin = false): { role: DeskRole | null; admin: boolean } => ({
  role,
  admin,
});

describe('may do what needs', () => {
  test.each([
    ['nobody signed in', null, ['nobody']],
    ['somebody without a role', rights(null), ['nobody']],
    ['a trainee', rights('trainee'), ['nobody', 'trainee']],
    ['a seller', rights('seller'), ['nobody', 'trainee', 'seller']],
    ['a manager', rights('manager'), ['nobody', 'trainee', 'seller', 'manager']],
    ['an admin, who stands beside the ladder', rights(null, true), ['nobody', 'admin']],
    ['a manager who is also admin', rights('manager', true), needs],
    ['a role this version does not know', rights('director' as DeskRole), ['nobody']],
  ])('%s: %o may %o', (_, who, allowed) => {
    expect(needs.filter((needed) => may(who, needed))).toEqual(allowed);
  });
});
