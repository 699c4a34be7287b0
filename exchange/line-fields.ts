import { z } from 'zod';
import { chain, personId, prescriberId, sha256Text, signature64 } from './schema.ts';

// What the lines of a batch of every version hold.

/** `bytes` are the record as the till stored and signed it, never rebuilt. */
export const journalLine = z.strictObject({
  t: z.literal('journal'),
  chain,
  seq: z.int().positive(),
  bytes: z.string().max(1_000_000),
  hash: sha256Text,
  signature: signature64,
});
export type JournalLine = z.output<typeof journalLine>;

/** Strict: no name, phone number or full birth date can be slipped in. */
export const personFields = {
  personId,
  initials: z.string().max(4),
  birthYear: z.int().min(1850).max(2200).nullable(),
  language: z.string().max(16).nullable(),
  postcode: z.string().max(10).nullable(),
  municipality: z.string().max(100).nullable(),
  qpv: z.enum(['yes', 'no', 'unknown', 'domiciled']),
  prescriberId: prescriberId.nullable(),
  /** Since version 2 it names the phonetic rules that it was made by, and the year of its key. */
  blindedKey: z.string().max(64).nullable(),
};
