import type { CardId, EntitlementId, FamilyId, OperatorCode, PersonId, PrescriberId, TillId } from './ids.ts';
import type { ReferralProof } from './referral.ts';
import type { Day, Instant } from './time.ts';

/** Payloads of the events that give or close rights, by type: pseudonymous, without a word that somebody typed. */
export interface RightsPayloads {
  readonly 'window-opened': {
    readonly entitlementId: EntitlementId;
    readonly personId: PersonId;
    /** The day it was opened on, and its referral used. */
    readonly on: Day;
    readonly from: Day;
    /** Last day, included. */
    readonly until: Day;
    readonly policyVersion: string;
    readonly families: '*' | readonly FamilyId[];
    /** 0 for a first window. */
    readonly renewal: number;
    /** The referral that opened it, by its blinded key (`exchange/blinded.ts`). */
    readonly referral: string;
  };
  /** A window opened by mistake: it never was, and its referral is free again. */
  readonly 'window-taken-back': { readonly entitlementId: EntitlementId };
  readonly 'referral-refused': {
    readonly proof: ReferralProof;
    readonly prescriberId: PrescriberId;
    /** Codes of the reasons. */
    readonly reasons: readonly string[];
  };
  readonly 'person-registered': { readonly personId: PersonId };
  /** From now on no earlier card of the person opens anything; null while the network's salt is not known. */
  readonly 'card-given': {
    readonly personId: PersonId;
    readonly card: SealedCard | null;
    readonly rank: CardRank;
  };
  /** What stands for the card that somebody already has. */
  readonly 'card-sealed': {
    readonly personId: PersonId;
    readonly card: SealedCard;
    readonly rank: CardRank;
  };
  readonly 'person-erased': { readonly personId: PersonId };
}

/** How many cards the person had been given before this one: no clock says which is the last. */
export type CardRank = number;

/** What stands for a card outside its point: nobody can go back from it to the number. */
export interface SealedCard {
  readonly id: CardId;
  /** age public key: what concerns the holder is sealed to it. */
  readonly recipient: string;
}

export const rightsEventTypes = [
  'window-opened',
  'window-taken-back',
  'referral-refused',
  'person-registered',
  'card-given',
  'card-sealed',
  'person-erased',
] as const satisfies readonly (keyof RightsPayloads)[];
export type RightsEventType = (typeof rightsEventTypes)[number];

/** Where an event stands in its till's chain, when it was written, and by whom; automatic acts are nobody's. */
export interface EventPlace {
  readonly till: TillId;
  readonly seq: number;
  readonly at: Instant;
  readonly businessDay: Day;
  readonly operator: OperatorCode | null;
}

export type RightsEvent = {
  [T in RightsEventType]: EventPlace & { readonly type: T; readonly payload: RightsPayloads[T] };
}[RightsEventType];

type Opened = Extract<RightsEvent, { type: 'window-opened' }>;
type TakenBack = Extract<RightsEvent, { type: 'window-taken-back' }>;

/** A window of rights as its events give it. */
export interface RightsWindow {
  readonly opened: Opened;
  /** When it was taken back; null while it holds. */
  readonly takenBackAt: Instant | null;
}

/** A window with what was recorded about it since, in any order; null while its opening has not come. */
export function windowOf(events: readonly RightsEvent[]): RightsWindow | null {
  const opened = events
    .filter((one): one is Opened => one.type === 'window-opened')
    .toSorted(byWriting)
    .at(0);
  if (!opened) return null;
  const back = events.filter((one): one is TakenBack => one.type === 'window-taken-back').toSorted(byWriting);
  return { opened, takenBackAt: back.at(0)?.at ?? null };
}

/** Whose window an event is about; null for the events that are about a person. */
export const windowIdOf = (event: RightsEvent): EntitlementId | null =>
  event.type === 'window-opened' || event.type === 'window-taken-back' ? event.payload.entitlementId : null;

/** What the events of a point give: the same in whatever order they arrived. */
export interface Rights {
  readonly windows: readonly RightsWindow[];
  /** Blinded keys of the referrals that opened a window which holds. */
  readonly usedReferrals: ReadonlySet<string>;
  /** The card that opens somebody's rights: the last they were given; none once erased. */
  readonly cards: ReadonlyMap<PersonId, SealedCard | null>;
}

/** Folds the rights of everybody from the events of all tills of a point. */
export function rightsOf(events: readonly RightsEvent[]): Rights {
  const byWindow = Map.groupBy(events, windowIdOf);
  byWindow.delete(null);
  const windows = [...byWindow.values()].flatMap((some) => windowOf(some) ?? []);
  const holding = windows.filter((one) => one.takenBackAt === null);
  const cards = new Map<PersonId, SealedCard | null>();
  for (const { payload } of events.filter(isOfCard).toSorted(byRank))
    cards.set(payload.personId, payload.card);
  for (const event of events) if (event.type === 'person-erased') cards.delete(event.payload.personId);
  return { windows, usedReferrals: new Set(holding.map(({ opened }) => opened.payload.referral)), cards };
}

type OfCard = Extract<RightsEvent, { type: 'card-given' | 'card-sealed' }>;

export const isOfCard = (event: RightsEvent): event is OfCard =>
  event.type === 'card-given' || event.type === 'card-sealed';

/** What stands for a card may be told later than the card was given. */
const byRank = (a: OfCard, b: OfCard): number =>
  a.payload.rank - b.payload.rank || compare(a.type, b.type) || byWriting(a, b);

/** By the clock of who wrote it, then by till and number, so that any order of arrival gives the same. */
export const byWriting = (a: Written, b: Written): number =>
  compare(a.at, b.at) || compare(a.till, b.till) || a.seq - b.seq;

export interface Written {
  readonly till: TillId;
  readonly seq: number;
  readonly at: Instant;
}

const compare = (a: string, b: string): number => Number(a > b) - Number(a < b);
