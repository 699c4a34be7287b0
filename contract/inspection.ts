import { z } from 'zod';
import { call, type } from './call.ts';

type WorkRefusal =
  | { readonly kind: 'work-in-progress' }
  | { readonly kind: 'work-cancelled' }
  | { readonly kind: 'folder-unusable'; readonly folder: string }
  | { readonly kind: 'unencrypted-point' };

/** The journal could not be read to its end: what it would say of itself is not known. */
type Unchecked = { readonly kind: 'journal-unchecked' };

const path = z.string().trim().min(1).max(1_000);

export const inspectionCalls = {
  /** One folder with everything an inspector asks for, and its README. */
  makeInspection: call({
    role: 'manager',
    input: z.object({ folder: path }),
    output: type<{ readonly folder: string; readonly files: readonly string[] }>(),
    refusals: type<WorkRefusal | Unchecked | { kind: 'period-empty' }>(),
  }),
} as const;
