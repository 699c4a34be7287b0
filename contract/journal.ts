import { type EventGroup, type EventType, eventGroups } from '#domain/events.ts';
import type { OperatorCode } from '#domain/ids.ts';
import type { Day, Instant } from '#domain/time.ts';
import { z } from 'zod';
import { call, type } from './form/call.ts';
import { dayField, operatorCode } from './form/fields.ts';

/** One line of the technical journal. */
export interface EventView {
  readonly seq: number;
  readonly at: Instant;
  readonly businessDay: Day;
  readonly type: EventType;
  readonly group: EventGroup;
  /** Name, or the code when nobody of that code is known any more; null for what the till did by itself. */
  readonly operator: string | null;
  readonly approvedBy: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
  /** Digest of long words in it that can be erased; null when it holds none, or no longer. */
  readonly erasable: string | null;
}

export const journalCalls = {
  events: call({
    role: 'manager',
    evenWhile: ['training'],
    askedAgainOn: ['journal'],
    input: z.object({
      group: z.enum(eventGroups as [EventGroup, ...EventGroup[]]).nullable(),
      operator: operatorCode.nullable(),
      from: dayField.nullable(),
      until: dayField.nullable(),
      /** Only older than this number: the next page. */
      before: z.number().int().min(1).nullable(),
    }),
    output: type<{
      readonly events: readonly EventView[];
      /** Everybody who appears in the journal. */
      readonly operators: readonly { readonly code: OperatorCode; readonly name: string }[];
      readonly more: boolean;
    }>(),
    refusals: type<never>(),
  }),
  /** Erases long words that somebody typed as a reason; the record keeps that they were there. */
  eraseTypedText: call({
    role: 'manager',
    evenWhile: ['training'],
    input: z.object({ digest: z.string().max(64) }),
    output: type<null>(),
    refusals: type<{ kind: 'text-unknown' }>(),
  }),
} as const;
