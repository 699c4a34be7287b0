import { z } from 'zod';
import { call, type } from './call.ts';
import type { WorkRefusal } from './work.ts';
import type { Unchecked } from './integrity.ts';

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
