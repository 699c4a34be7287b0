import type { Instant } from '#domain/time.ts';
import { z } from 'zod';
import { call, type } from './call.ts';
import type { WorkRefusal } from './work.ts';
import type { Unchecked } from './integrity.ts';

const nothing = z.object({});

const path = z.string().trim().min(1).max(1_000);

const period = z.string().regex(/^(?:\d{4}(?:-(?:0[1-9]|1[0-2]))?|all)$/);

export interface ArchiveView {
  readonly fileName: string;
  readonly folder: string;
  readonly period: string;
  readonly madeAt: Instant;
  readonly records: number;
  readonly sizeBytes: number;
  /** Whether the file is still where it was written. */
  readonly there: boolean;
}

export interface ArchiveChoices {
  readonly folder: string;
  /** Newest first; `complete` once the period is over and closed. */
  readonly periods: readonly {
    readonly period: string;
    readonly kind: 'month' | 'year';
    readonly complete: boolean;
    readonly archived: boolean;
  }[];
  readonly archives: readonly ArchiveView[];
}

export const archiveCalls = {
  archives: call({
    role: 'manager',
    askedAgainOn: ['journal', 'work'],
    input: nothing,
    output: type<ArchiveChoices>(),
    refusals: type<never>(),
  }),
  makeArchive: call({
    role: 'manager',
    input: z.object({ period, folder: path.nullable() }),
    output: type<ArchiveView>(),
    refusals: type<WorkRefusal | Unchecked | { kind: 'period-empty' }>(),
  }),
} as const;
