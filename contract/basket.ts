import type { Left } from '#domain/cap.ts';
import type { ReplacementReason, UnitTracking } from '#domain/catalogue.ts';
import type { FamilyId, LineId, MemberCard, PersonId, SaleId, Sku } from '#domain/ids.ts';
import type { Cents } from '#domain/money.ts';
import type { DamagedForm } from '#domain/nomenclature.ts';
import type { Reason, Verdict } from '#domain/reasons.ts';
import type { Tender } from '#domain/tender.ts';
import type { Day, Instant } from '#domain/time.ts';
import { z } from 'zod';
import { call, type } from './form/call.ts';
import { type ApprovalRefusal, approval, lineId, neededText, personId, saleId, sku } from './form/fields.ts';

const none = z.object({});

const onBasket = { output: type<BasketView>(), refusals: type<BasketRefusal>() };

/** The person panel: never the structure, never the situation. */
export interface PersonPanel {
  readonly personId: PersonId;
  readonly firstName: string;
  readonly initial: string;
  readonly card: MemberCard | null;
  readonly standing:
    | {
        readonly kind: 'entitled';
        readonly from: Day;
        readonly until: Day;
        readonly months: number;
        readonly days: number;
      }
    | { readonly kind: 'walk-in'; readonly dueOn: Day }
    | { readonly kind: 'walk-in-used' }
    | { readonly kind: 'lapsed'; readonly endedOn: Day }
    | { readonly kind: 'not-open'; readonly opensOn: Day };
  readonly savingEverCents: Cents;
}

export interface LineView {
  readonly lineId: LineId;
  readonly sku: Sku;
  readonly family: FamilyId;
  readonly label: string;
  readonly quantity: number;
  readonly unitText: string | null;
  readonly priceCents: Cents | null;
  readonly referenceCents: Cents | null;
  readonly totalCents: Cents;
  readonly savingCents: Cents;
  readonly verdict: Verdict;
  readonly reasons: readonly Reason[];
  readonly canOverride: boolean;
  readonly replacementReasons: readonly ReplacementReason[];
  readonly replacement: ReplacementReason | null;
  readonly forHousehold: boolean;
  /** Its family counts for the buyer even when it is for the household. */
  readonly householdCounts: boolean;
  /** Of the same family and within what is left: "Mettre 10 € (2,00 €)". */
  readonly alternative: { readonly sku: Sku; readonly label: string; readonly priceCents: Cents } | null;
}

export interface BasketView {
  readonly saleId: SaleId;
  readonly person: PersonPanel | null;
  readonly lines: readonly LineView[];
  readonly left: readonly Left[];
  readonly refusedCount: number;
  readonly totalCents: Cents;
  readonly referenceCents: Cents;
  readonly savingCents: Cents;
  /** Prices changed while the basket was held. */
  readonly repriced: boolean;
  /** Set once payment began: lines are locked until it ends or is given up. Survives a reload and a crash. */
  readonly payment: {
    readonly tenders: readonly Tender[];
    readonly remainingCents: Cents;
    readonly cardPending: Cents | null;
  } | null;
}

export interface HeldBasket {
  readonly saleId: SaleId;
  readonly who: string;
  readonly lineCount: number;
  readonly totalCents: Cents;
  readonly heldAt: Instant;
}

export interface TileView {
  readonly sku: Sku;
  readonly family: FamilyId;
  readonly tab: string;
  readonly label: string;
  readonly unit: UnitTracking | null;
  readonly priceCents: Cents;
  readonly referenceCents: Cents;
  /** null where stock is not counted (services, top-ups never received). */
  readonly stock: number | null;
}

/** Where a scan led, on whatever screen it was made. */
export type ScanOutcome =
  /** `again`: what was scanned stands in the basket already, and nothing changed. */
  | {
      readonly to: 'basket';
      readonly basket: BasketView;
      readonly added: LineId | null;
      readonly again?: true;
    }
  /** Their sale was set aside: it is taken back, or another one begins. */
  | { readonly to: 'ask-recall'; readonly who: string; readonly saleId: SaleId; readonly personId: PersonId }
  | { readonly to: 'ask-hold'; readonly who: string; readonly personId: PersonId }
  | { readonly to: 'blank-card'; readonly card: MemberCard }
  | {
      readonly to: 'referral';
      readonly claim:
        | { readonly proof: 'signed-code'; readonly code: string }
        | { readonly proof: 'voucher'; readonly number: string };
    }
  | { readonly to: 'ticket'; readonly saleId: SaleId }
  | { readonly to: 'confirm-unit'; readonly text: string; readonly sku: Sku }
  | { readonly to: 'choose-product'; readonly text: string; readonly skus: readonly Sku[] }
  | { readonly to: 'command'; readonly command: 'exact' | 'ok' | 'next' | 'back' };

export type ScanRefusal =
  | { readonly kind: 'scan-unknown'; readonly text: string }
  | { readonly kind: 'scan-damaged'; readonly what: DamagedForm; readonly text: string }
  | { readonly kind: 'product-unknown'; readonly text: string }
  | { readonly kind: 'ticket-unknown'; readonly number: string }
  | { readonly kind: 'ticket-elsewhere'; readonly number: string; readonly site: string }
  | { readonly kind: 'card-unknown'; readonly card: string }
  /** Another was given in its place: it opens nothing, here or elsewhere. */
  | { readonly kind: 'card-replaced'; readonly card: string }
  /** A real card or a real article, scanned in training. */
  | { readonly kind: 'training-real-scan' }
  | BasketRefusal;

export type BasketRefusal =
  | { readonly kind: 'no-session' }
  | { readonly kind: 'session-stale'; readonly businessDay: Day }
  | { readonly kind: 'basket-locked' }
  | { readonly kind: 'line-unknown' }
  | { readonly kind: 'product-unknown'; readonly text: string }
  | { readonly kind: 'scan-the-unit'; readonly label: string }
  /** Several units in stock end as was typed. */
  | { readonly kind: 'units-end-so'; readonly text: string; readonly count: number };

export const basketCalls = {
  basket: call({
    role: 'trainee',
    evenWhile: ['training'],
    askedAgainOn: ['basket'],
    input: none,
    ...onBasket,
  }),
  tiles: call({
    role: 'trainee',
    evenWhile: ['training'],
    askedAgainOn: ['stock'],
    input: none,
    output: type<readonly TileView[]>(),
    refusals: type<never>(),
  }),
  scan: call({
    role: 'trainee',
    evenWhile: ['training'],
    input: z.object({
      readings: z.array(z.string().max(400)).min(1).max(4),
      aim: z.string().max(4).optional(),
    }),
    output: type<ScanOutcome>(),
    refusals: type<ScanRefusal>(),
  }),
  addProduct: call({
    role: 'trainee',
    evenWhile: ['training'],
    answersWith: 'basket',
    input: z.object({ sku }),
    ...onBasket,
  }),
  /** A unit whose form a human confirmed, or whose product a human chose. */
  addUnit: call({
    role: 'trainee',
    evenWhile: ['training'],
    answersWith: 'basket',
    input: z.object({ sku, text: neededText }),
    ...onBasket,
  }),
  replaceLine: call({
    role: 'trainee',
    evenWhile: ['training'],
    answersWith: 'basket',
    input: z.object({ lineId, sku }),
    ...onBasket,
  }),
  removeLine: call({
    role: 'trainee',
    evenWhile: ['training'],
    answersWith: 'basket',
    input: z.object({ lineId }),
    ...onBasket,
  }),
  markLine: call({
    role: 'trainee',
    evenWhile: ['training'],
    answersWith: 'basket',
    input: z.object({
      lineId,
      forHousehold: z.boolean(),
      replacement: z.enum(['lost', 'stolen', 'faulty']).nullable(),
    }),
    ...onBasket,
  }),
  overrideLine: call({
    role: 'trainee',
    evenWhile: ['training'],
    answersWith: 'basket',
    input: z.object({ lineId, reason: neededText, approval }),
    output: type<BasketView>(),
    refusals: type<BasketRefusal | ApprovalRefusal>(),
  }),
  choosePerson: call({
    role: 'trainee',
    evenWhile: ['training'],
    answersWith: 'basket',
    input: z.object({ personId: personId.nullable(), holdFirst: z.boolean() }),
    output: type<BasketView>(),
    refusals: type<BasketRefusal | { kind: 'person-unknown' }>(),
  }),
  holdBasket: call({
    role: 'trainee',
    evenWhile: ['training'],
    answersWith: 'basket',
    input: none,
    ...onBasket,
  }),
  heldBaskets: call({
    role: 'trainee',
    evenWhile: ['training'],
    askedAgainOn: ['basket'],
    input: none,
    output: type<readonly HeldBasket[]>(),
    refusals: type<never>(),
  }),
  recallBasket: call({
    role: 'trainee',
    evenWhile: ['training'],
    answersWith: 'basket',
    input: z.object({ saleId }),
    output: type<BasketView>(),
    refusals: type<BasketRefusal | { kind: 'basket-unknown' } | { kind: 'basket-in-use' }>(),
  }),
  abandonBasket: call({
    role: 'trainee',
    evenWhile: ['training'],
    answersWith: 'basket',
    input: z.object({ saleId, reason: z.enum(['left', 'mistake', 'later', 'other']) }),
    ...onBasket,
  }),
} as const;
