import type { UseCases } from '../deps.ts';
import { changePassword } from './change-password.ts';
import { createFirstOperator } from './create-first-operator.ts';
import { lock } from './lock.ts';
import { signIn } from './sign-in.ts';
import { signInChoices } from './sign-in-choices.ts';
import { signOut } from './sign-out.ts';
import { takeOver } from './take-over.ts';
import { unlock } from './unlock.ts';

export const accessCalls = {
  changePassword,
  createFirstOperator,
  lock,
  signIn,
  signInChoices,
  signOut,
  takeOver,
  unlock,
} satisfies UseCases;
