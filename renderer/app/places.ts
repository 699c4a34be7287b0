import type { MemberCard, PersonId, SaleId } from '#domain/ids.ts';

export type ScannedClaim =
  | { readonly proof: 'signed-code'; readonly code: string }
  | { readonly proof: 'voucher'; readonly number: string };

/** Where the operator wants to be. Which screen that gives also depends on the state of the desk. */
export type Place =
  | { readonly at: 'till'; readonly focus?: 'person' | 'product' }
  | {
      readonly at: 'persons';
      readonly start?: 'search' | 'register';
      readonly personId?: PersonId;
      /** A referral that was just scanned: verified first. */
      readonly claim?: ScannedClaim;
      /** A card without a holder that was just scanned: offered to whoever is on screen. */
      readonly card?: MemberCard;
      /** What was typed in the till's search, kept for the form. */
      readonly text?: string;
    }
  | { readonly at: 'tickets'; readonly saleId?: SaleId; readonly start?: 'return' | 'correct' }
  | { readonly at: 'stock' }
  | { readonly at: 'team' }
  | { readonly at: 'closing' }
  | { readonly at: 'batches' }
  | { readonly at: 'accounts' }
  | { readonly at: 'journal'; readonly part?: 'check' | 'events' | 'archives' | 'backups' }
  | { readonly at: 'peripherals'; readonly part?: 'printer' | 'queue' | 'scanner' | 'display' | 'paper' }
  | { readonly at: 'settings'; readonly part?: 'screen' | 'password' | 'about' };

export type PlaceName = Place['at'];
