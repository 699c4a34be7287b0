import type { OperatorCode } from '#domain/ids.ts';
import type { DeskRole } from '#domain/roles.ts';
import { z } from 'zod';
import { call, type } from './call.ts';
import { neededText, operatorCode, password } from './fields.ts';

export interface OperatorView {
  readonly code: OperatorCode;
  readonly name: string;
  readonly role: DeskRole | null;
  readonly admin: boolean;
}

/** Names that may sign in. Passwords are given only by the demonstration point. */
export interface SignInChoice extends OperatorView {
  readonly demoPassword: string | null;
  readonly hasPin: boolean;
}

export type SignInRefusal =
  | { readonly kind: 'wrong-password'; readonly triesLeft: number }
  | { readonly kind: 'throttled'; readonly waitSeconds: number }
  | { readonly kind: 'operator-stopped' }
  | { readonly kind: 'password-expired' };

export type PasswordRefusal = { readonly kind: 'password-too-weak' };

export const accessCalls = {
  signInChoices: call({
    role: 'nobody',
    evenWhile: ['locked', 'handed-password', 'training'],
    askedAgainOn: ['desk', 'team'],
    input: z.object({}),
    output: type<readonly SignInChoice[]>(),
    refusals: type<never>(),
  }),
  createFirstOperator: call({
    role: 'nobody',
    evenWhile: ['training'],
    input: z.object({ name: neededText, password }),
    output: type<OperatorView>(),
    refusals: type<{ kind: 'not-set-up' } | { kind: 'team-exists' } | PasswordRefusal>(),
  }),
  signIn: call({
    role: 'nobody',
    evenWhile: ['training'],
    input: z.object({ operator: operatorCode, password }),
    output: type<OperatorView>(),
    refusals: type<SignInRefusal | { kind: 'somebody-signed-in' }>(),
  }),
  signOut: call({
    role: 'trainee',
    evenWhile: ['handed-password', 'training'],
    input: z.object({}),
    output: type<null>(),
    refusals: type<never>(),
  }),
  lock: call({
    role: 'nobody',
    evenWhile: ['locked', 'handed-password', 'training'],
    input: z.object({}),
    output: type<null>(),
    refusals: type<never>(),
  }),
  unlock: call({
    role: 'nobody',
    evenWhile: ['locked', 'handed-password', 'training'],
    input: z.object({ secret: password }),
    output: type<OperatorView>(),
    refusals: type<SignInRefusal | { kind: 'pin-tries-used' }>(),
  }),
  takeOver: call({
    role: 'nobody',
    evenWhile: ['locked', 'handed-password', 'training'],
    input: z.object({ operator: operatorCode, password }),
    output: type<OperatorView>(),
    refusals: type<SignInRefusal>(),
  }),
  changePassword: call({
    role: 'trainee',
    evenWhile: ['handed-password'],
    input: z.object({
      current: password,
      next: password,
      pin: z
        .string()
        .regex(/^\d{4,6}$/)
        .optional(),
    }),
    output: type<null>(),
    refusals: type<SignInRefusal | PasswordRefusal>(),
  }),
} as const;
