import { z } from 'zod';
import { call, type } from './call.ts';
import type { OperatorView, PasswordRefusal } from './access.ts';
import { dayField, neededText, operatorCode, password } from './fields.ts';

export interface TeamMember extends OperatorView {
  readonly status: 'active' | 'stopped';
  readonly mustChangePassword: boolean;
  readonly activeUntil: string | null;
  readonly hasPin: boolean;
}

type Unknown = { readonly kind: 'operator-unknown' };
type Last = { readonly kind: 'last-manager' };
const role = z.enum(['trainee', 'seller', 'manager']);

export const teamCalls = {
  team: call({
    role: 'manager',
    evenWhile: ['training'],
    askedAgainOn: ['team'],
    input: z.object({}),
    output: type<readonly TeamMember[]>(),
    refusals: type<never>(),
  }),
  createOperator: call({
    role: 'manager',
    input: z.object({ name: neededText.max(60), role, password, activeUntil: dayField.nullable() }),
    output: type<TeamMember>(),
    refusals: type<PasswordRefusal | { kind: 'name-taken' }>(),
  }),
  resetOperator: call({
    role: 'manager',
    input: z.object({ operator: operatorCode, password }),
    output: type<TeamMember>(),
    refusals: type<Unknown | PasswordRefusal>(),
  }),
  limitOperator: call({
    role: 'manager',
    input: z.object({ operator: operatorCode, role, activeUntil: dayField.nullable() }),
    output: type<TeamMember>(),
    refusals: type<Unknown | Last>(),
  }),
  stopOperator: call({
    role: 'manager',
    input: z.object({ operator: operatorCode, stopped: z.boolean() }),
    output: type<TeamMember>(),
    refusals: type<Unknown | Last | { kind: 'not-yourself' }>(),
  }),
} as const;
