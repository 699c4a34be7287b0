import type { IntegrityDefect } from '#domain/integrity.ts';
import type { Instant } from '#domain/time.ts';
import { z } from 'zod';
import { call, type } from './call.ts';

/** The journal could not be read to its end: what it would say of itself is not known. */
export type Unchecked = { readonly kind: 'journal-unchecked' };

const nothing = z.object({});

export interface DefectView {
  /** Number of its `integrity-defect` event: what one says on the telephone. */
  readonly seq: number;
  readonly at: Instant;
  readonly defect: IntegrityDefect;
  /** A manager has read it. It stays in the journal for ever. */
  readonly readAt: Instant | null;
}

export interface IntegrityState {
  /** Records looked at so far of how many; null when no check runs. */
  readonly checking: { readonly done: number; readonly total: number } | null;
  /** Last time every record was looked at, and how many. */
  readonly lastCheck: { readonly at: Instant; readonly records: number } | null;
  readonly defects: readonly DefectView[];
}

export const integrityCalls = {
  integrity: call({
    role: 'seller',
    askedAgainOn: ['journal', 'work'],
    input: nothing,
    output: type<IntegrityState>(),
    refusals: type<never>(),
  }),
  /** Looks at every record again, now. */
  checkJournal: call({
    role: 'manager',
    input: nothing,
    output: type<IntegrityState>(),
    refusals: type<Unchecked>(),
  }),
  markDefectRead: call({
    role: 'manager',
    input: z.object({ seq: z.number().int().min(1) }),
    output: type<IntegrityState>(),
    refusals: type<{ kind: 'defect-unknown' }>(),
  }),
} as const;
