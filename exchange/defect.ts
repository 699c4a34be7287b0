import { z } from 'zod';
import type { IntegrityDefect } from '#domain/integrity.ts';
import { recordDefects } from '#domain/journal.ts';
import { chain, count, day, instant } from './schema.ts';

const source = z.enum(['head-file', 'headquarters']);
const jump = { from: instant, to: instant };

/** What an `integrity-defect` or `clock-jump` event says was found; who was there is another of its fields. */
export const integrityDefect: z.ZodType<IntegrityDefect> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('records-missing'),
    source,
    chain,
    expectedSeq: count,
    foundSeq: count,
  }),
  z.object({ kind: z.literal('records-replaced'), source, chain, seq: count }),
  z.object({
    kind: z.literal('record-changed'),
    chain,
    seq: count,
    businessDay: day,
    why: z.enum(recordDefects),
  }),
  z.object({ kind: z.literal('sale-row-changed'), number: z.string(), businessDay: day }),
  z.object({ kind: z.literal('rights-changed') }),
  z.object({ kind: z.literal('usage-changed'), number: z.string().nullable(), businessDay: day.nullable() }),
  z.object({ kind: z.literal('guard-missing'), guards: z.array(z.string()) }),
  z.object({ kind: z.literal('database-damaged') }),
  z.object({ kind: z.literal('head-missing') }),
  z.object({ kind: z.literal('head-damaged') }),
  z.object({ kind: z.literal('clock-back'), ...jump }),
  z.object({ kind: z.literal('clock-jump'), ...jump }),
]);

/** An `integrity-read` event: the number of the event that a manager read. */
export const integrityRead = z.object({ seq: count });
