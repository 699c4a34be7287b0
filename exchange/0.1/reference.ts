import { z } from 'zod';
import { cents, day, familyId, key32, personId, replacementReason, sha256Text } from '../schema.ts';

// What the reference of 0.1 said of people: cards under a plain hash, and referrals by their keys. A point that 0.1
// served still holds one; it serves until the next is taken.

/** One window without its families; of what the site had sent up itself, too. */
const card = z.object({
  cardHash: sha256Text,
  networkId: personId,
  initials: z.string(),
  birthYear: z.int().nullable(),
  window: z.object({ from: day, until: day }).nullable(),
  usage: z.array(
    z.object({
      family: familyId,
      units: z.int(),
      referenceCents: cents,
      on: day,
      forHousehold: z.boolean(),
      replacement: replacementReason.nullable(),
    }),
  ),
});
export type NetworkCard01 = z.output<typeof card>;

export const people01 = {
  usedReferrals: z.array(z.object({ key: z.string(), on: day })),
  erasures: z.array(personId),
  cards: z.array(card),
};
export interface People01 {
  readonly usedReferrals: readonly { readonly key: string; readonly on: string }[];
  readonly erasures: readonly z.output<typeof personId>[];
  readonly cards: readonly NetworkCard01[];
}

export const yearlyKeys01 = z.object({ year: z.int(), key: key32 });
