import type { PersonPanel } from '#contract/basket.ts';
import type { PersonFound } from '#contract/person.ts';
import type { ReferralClaimInput } from '#contract/referral.ts';
import type { MemberCard, PersonId } from '#domain/ids.ts';
import type { Day } from '#domain/time.ts';
import type { Place, ScannedClaim } from '../app/places.ts';

/** Somebody chosen, as far as the desk knows them without opening their file. */
export interface Who {
  readonly personId: PersonId;
  readonly name: string;
  readonly birthYear: number | null;
  readonly card: MemberCard | null;
  readonly standing: PersonFound['standing'] | null;
}

export type View =
  | { readonly at: 'search'; readonly text: string; readonly who: Who | null }
  | { readonly at: 'register'; readonly text: string }
  | { readonly at: 'referral'; readonly who: Who | null }
  | { readonly at: 'card'; readonly who: Who; readonly until: Day | null }
  | { readonly at: 'file'; readonly who: Who };

/** A referral as scanned, or already complete with what was typed of it. */
export type ClaimInHand = ScannedClaim | ReferralClaimInput;

/** Where the screen is, and what was scanned and waits for somebody to belong to. */
export interface Flow {
  readonly view: View;
  readonly claim: ClaimInHand | null;
  readonly card: MemberCard | null;
}

export const startOfFlow: Flow = { view: { at: 'search', text: '', who: null }, claim: null, card: null };

export const whoOf = (view: View): Who | null => ('who' in view ? view.who : null);

export const whoFound = (found: PersonFound): Who => ({ ...found });

export const whoAtTill = (person: PersonPanel): Who => ({
  personId: person.personId,
  name: `${person.firstName} ${person.initial}.`,
  birthYear: null,
  card: person.card,
  standing: person.standing.kind,
});

/** Where a wish leads from where one is. A form being filled is never left for a scan: what was scanned waits. */
export function flowAfter(before: Flow, place: Place, atTill: PersonPanel | null): Flow {
  if (place.at !== 'persons') return before;
  const who = whoOf(before.view);
  if (place.claim) {
    const claim = place.claim;
    return before.view.at === 'register'
      ? { ...before, claim }
      : { ...before, claim, view: { at: 'referral', who } };
  }
  if (place.card) {
    const { card } = place;
    return who ? { ...before, card, view: { at: 'card', who, until: null } } : { ...before, card };
  }
  if (place.personId) {
    const chosen = atTill?.personId === place.personId ? whoAtTill(atTill) : unknownWho(place.personId);
    return chosen.standing === 'entitled'
      ? { ...startOfFlow, view: { at: 'search', text: '', who: chosen } }
      : { ...startOfFlow, view: { at: 'referral', who: chosen } };
  }
  if (place.start === 'register') return { ...startOfFlow, view: { at: 'register', text: place.text ?? '' } };
  return { ...startOfFlow, view: { at: 'search', text: place.text ?? '', who: null } };
}

const unknownWho = (personId: PersonId): Who => ({
  personId,
  name: '',
  birthYear: null,
  card: null,
  standing: null,
});

/** A claim that can be verified as it is; a voucher waits for the date written on its paper. */
export function completeClaim(claim: ClaimInHand | null): ReferralClaimInput | null {
  if (!claim) return null;
  if (claim.proof === 'voucher') return 'issuedOn' in claim ? claim : null;
  return claim;
}

/** What was typed in the one field for codes and numbers: a signed code says so itself. */
export function claimFromTyped(code: string, issuedOn: Day | null): ReferralClaimInput | null {
  const text = code.trim().toUpperCase().replace(/\s/g, '');
  if (text.startsWith('CR1.')) return { proof: 'signed-code', code: text };
  if (text === '' || !issuedOn) return null;
  return { proof: 'voucher', number: text, issuedOn };
}
