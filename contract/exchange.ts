import type { Day, Instant } from '#domain/time.ts';
import { z } from 'zod';
import { call, type } from './form/call.ts';

export interface BatchView {
  readonly batchNo: number;
  readonly businessDay: Day;
  readonly fileName: string;
  readonly records: number;
  readonly sizeBytes: number;
  readonly createdAt: Instant;
  readonly state:
    | 'waiting'
    | 'handed-over'
    | 'accepted'
    | 'conflict'
    | 'gap'
    | 'unknown-schema'
    | 'quarantined';
  readonly handedOverOn: Day | null;
  readonly tries: number;
  readonly lastTryAt: Instant | null;
  readonly lastError: string | null;
  readonly answeredAt: Instant | null;
  readonly answerDetail: string | null;
}

const batchNo = z.number().int().min(1);

export const exchangeCalls = {
  batches: call({
    role: 'seller',
    evenWhile: ['training'],
    askedAgainOn: ['batches'],
    input: z.object({}),
    output: type<readonly BatchView[]>(),
    refusals: type<never>(),
  }),
  sendNow: call({
    role: 'seller',
    input: z.object({}),
    output: type<{ readonly sent: number; readonly waiting: number }>(),
    refusals: type<
      { kind: 'no-headquarters' } | { kind: 'headquarters-unreachable'; readonly detail: string }
    >(),
  }),
  /** The encrypted file as it is, for a stick: base64, because the page saves it. */
  batchFile: call({
    role: 'seller',
    input: z.object({ batchNo }),
    output: type<{ readonly fileName: string; readonly base64: string }>(),
    refusals: type<{ kind: 'batch-unknown' } | { kind: 'batch-deleted' }>(),
  }),
  markHandedOver: call({
    role: 'seller',
    input: z.object({ batchNo }),
    output: type<BatchView>(),
    refusals: type<{ kind: 'batch-unknown' }>(),
  }),
  importAnswer: call({
    role: 'seller',
    input: z.object({ base64: z.string().max(64_000_000) }),
    output: type<{ readonly acknowledged: number; readonly referenceNumber: number | null }>(),
    refusals: type<
      { kind: 'answer-unreadable' } | { kind: 'answer-bad-signature' } | { kind: 'answer-other-till' }
    >(),
  }),
} as const;
