import { z } from 'zod';
import { toldBySide01 } from './0.1/batch.ts';
import { journalLine, personFields } from './line-fields.ts';
import { day, entitlementId, prescriberId, proof } from './schema.ts';

/** Who somebody is to headquarters: what can be erased, and so is not signed one by one. */
const person = z.strictObject({ t: z.literal('person'), ...personFields });

/** The referral behind a window that an event of the batch opens: of a letter it would say too much for ever. */
const referralUsed = z.strictObject({
  t: z.literal('referral-used'),
  entitlementId,
  referralKey: z.string().max(200),
  proof,
  prescriberId,
  issuedOn: day,
  verdict: z.enum(['accepted', 'accepted-with-warnings']),
  /** Codes of the verdict's reasons. */
  reasons: z.array(z.string().max(64)),
  underReserve: z.boolean(),
});

/** What 0.1 left to be told when the till was brought to this version: with the `baseline` event, or not at all. */
const beforeSigned = z.strictObject({ t: z.literal('before-signed'), line: toldBySide01 });

/** The closed list of what a batch carries: its journal, and what belongs to an event and can be erased. */
export const batchLine = z.discriminatedUnion('t', [journalLine, person, referralUsed, beforeSigned]);
export type BatchLine = z.output<typeof batchLine>;
export type PersonLine = z.output<typeof person>;
export type ReferralLine = z.output<typeof referralUsed>;

export const batchLineTypes = [
  'journal',
  'person',
  'referral-used',
  'before-signed',
] as const satisfies readonly BatchLine['t'][];
