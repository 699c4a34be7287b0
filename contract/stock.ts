import type { UnitStatus } from '#domain/units.ts';
import type { UnitTracking } from '#domain/catalogue.ts';
import type { Sku, UnitKey } from '#domain/ids.ts';
import type { Day } from '#domain/time.ts';
import { z } from 'zod';
import { call, type } from './form/call.ts';
import { neededText, sku, unitKey } from './form/fields.ts';

export interface StockRow {
  readonly sku: Sku;
  readonly label: string;
  readonly family: string;
  readonly unit: UnitTracking | null;
  /** Had another owner: tested and wiped before it is given. */
  readonly reconditioned: boolean;
  readonly available: number;
  readonly blocked: number;
  readonly soldHereUnreceived: number;
}

export interface UnitRow {
  readonly key: UnitKey;
  readonly text: string;
  readonly status: UnitStatus;
  readonly receivedOn: Day | null;
  readonly soldOn: Day | null;
  readonly testedAndWiped: boolean;
  readonly donor: string | null;
  readonly receivedAtSale: boolean;
}

export interface CountResult {
  readonly expected: number;
  readonly found: number;
  readonly missing: readonly { readonly key: UnitKey; readonly text: string }[];
  readonly surplus: readonly {
    readonly text: string;
    readonly why: 'unknown' | 'sold' | 'other-product' | 'blocked';
  }[];
}

export const writeOffReasons = ['lost', 'stolen', 'broken', 'expired', 'given-back', 'count'] as const;
export const donorKinds = ['entreprise', 'association', 'collectivité', 'particulier', 'opérateur'] as const;

type ProductRefusal =
  | { readonly kind: 'product-unknown' }
  | { readonly kind: 'product-not-by-unit' }
  | { readonly kind: 'product-by-unit' };

const provenance = z.object({
  donor: z.enum(donorKinds),
  tested: z.boolean(),
  wiped: z.boolean(),
});

export const stockCalls = {
  stock: call({
    role: 'seller',
    evenWhile: ['training'],
    askedAgainOn: ['stock'],
    input: z.object({}),
    output: type<readonly StockRow[]>(),
    refusals: type<never>(),
  }),
  units: call({
    role: 'seller',
    evenWhile: ['training'],
    askedAgainOn: ['stock'],
    input: z.object({ sku }),
    output: type<readonly UnitRow[]>(),
    refusals: type<never>(),
  }),
  receiveUnit: call({
    role: 'manager',
    evenWhile: ['training'],
    input: z.object({ sku, text: neededText, confirmed: z.boolean(), provenance }),
    output: type<UnitRow>(),
    refusals: type<
      | ProductRefusal
      | { kind: 'unit-unreadable'; readonly reason: string }
      | { kind: 'unit-to-confirm'; readonly text: string }
      | { kind: 'unit-already-here'; readonly status: UnitRow['status'] }
    >(),
  }),
  receiveRange: call({
    role: 'manager',
    evenWhile: ['training'],
    input: z.object({ sku, first: neededText, last: neededText, provenance }),
    output: type<{ readonly received: number; readonly alreadyHere: number }>(),
    refusals: type<ProductRefusal | { kind: 'range-refused'; readonly reason: string }>(),
  }),
  receiveQuantity: call({
    role: 'manager',
    evenWhile: ['training'],
    input: z.object({ sku, quantity: z.number().int().min(1).max(10_000) }),
    output: type<StockRow>(),
    refusals: type<ProductRefusal>(),
  }),
  countUnits: call({
    role: 'manager',
    evenWhile: ['training'],
    input: z.object({ sku, scanned: z.array(z.string().max(64)).max(2_000) }),
    output: type<CountResult>(),
    refusals: type<ProductRefusal>(),
  }),
  countQuantity: call({
    role: 'manager',
    evenWhile: ['training'],
    input: z.object({ sku, counted: z.number().int().min(0).max(100_000) }),
    output: type<{ readonly expected: number; readonly counted: number }>(),
    refusals: type<ProductRefusal>(),
  }),
  writeOff: call({
    role: 'manager',
    evenWhile: ['training'],
    input: z.object({ unitKey, reason: z.enum(writeOffReasons) }),
    output: type<UnitRow>(),
    refusals: type<{ kind: 'unit-unknown' } | { kind: 'unit-sold' }>(),
  }),
  writeOffQuantity: call({
    role: 'manager',
    evenWhile: ['training'],
    input: z.object({ sku, quantity: z.number().int().min(1).max(10_000), reason: z.enum(writeOffReasons) }),
    output: type<StockRow>(),
    refusals: type<ProductRefusal | { kind: 'not-that-many'; readonly available: number }>(),
  }),
  /** Says that a device was tested and its data wiped; nothing is sold as reconditioned before. */
  markTested: call({
    role: 'manager',
    evenWhile: ['training'],
    input: z.object({ unitKey, tested: z.boolean(), wiped: z.boolean() }),
    output: type<UnitRow>(),
    refusals: type<{ kind: 'unit-unknown' }>(),
  }),
} as const;
