import type { ReplacementReason } from './catalogue.ts';
import type { CardId, EntitlementId, FamilyId, PersonId, SiteCode } from './ids.ts';
import type { Cents } from './money.ts';
import type { Day } from './time.ts';

/**
 * Somebody of the network, as their card opens their rights at any point. `networkId` is their `personId`. Only whoever
 * has the card in hand reads it.
 */
export interface NetworkCard {
  readonly v: 2;
  readonly id: CardId;
  readonly networkId: PersonId;
  readonly initials: string;
  readonly birthYear: number | null;
  /** Every window of the person, with the site that opened it; one that was taken back never was. */
  readonly windows: readonly NetworkWindow[];
  /** What counts in their caps, with the site where it was taken. */
  readonly usage: readonly NetworkUsage[];
}

export interface NetworkWindow {
  readonly id: EntitlementId;
  readonly site: SiteCode;
  readonly from: Day;
  readonly until: Day;
  readonly families: '*' | readonly FamilyId[];
  readonly policyVersion: string;
  readonly renewal: number;
}

export interface NetworkUsage {
  readonly site: SiteCode;
  readonly family: FamilyId;
  readonly units: number;
  readonly referenceCents: Cents;
  readonly on: Day;
  readonly forHousehold: boolean;
  readonly replacement: ReplacementReason | null;
  /** Taken without a window, of what only a window gives. */
  readonly walkIn: boolean;
}

/** The same without what a site did itself: it knows that, and better. */
export const withoutSite = (card: NetworkCard, site: SiteCode): NetworkCard => ({
  ...card,
  windows: card.windows.filter((one) => one.site !== site),
  usage: card.usage.filter((one) => one.site !== site),
});
