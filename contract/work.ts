import { z } from 'zod';
import { call, type } from './call.ts';

const nothing = z.object({});

/** One long piece of work at a time; null when none runs. */
export interface WorkView {
  readonly kind: 'archive' | 'backup' | 'inspection' | 'restore' | 'trial';
  readonly done: number;
  readonly total: number;
}

export type WorkRefusal =
  | { readonly kind: 'work-in-progress' }
  | { readonly kind: 'work-cancelled' }
  | { readonly kind: 'folder-unusable'; readonly folder: string }
  | { readonly kind: 'unencrypted-point' };

export const workCalls = {
  work: call({
    role: 'trainee',
    evenWhile: ['training'],
    askedAgainOn: ['work'],
    input: nothing,
    output: type<WorkView | null>(),
    refusals: type<never>(),
  }),
  cancelWork: call({
    role: 'manager',
    evenWhile: ['training'],
    input: nothing,
    output: type<null>(),
    refusals: type<never>(),
  }),
} as const;
