import type { LineId, OperatorCode, PersonId, PrescriberId, SaleId, Sku, UnitKey } from '#domain/ids.ts';
import { type CashCount, type Cents, cents, denominations } from '#domain/money.ts';
import { type Day, parseDay } from '#domain/time.ts';
import { z } from 'zod';

const id = <T extends string>(max = 64): z.ZodType<T, T> =>
  z.string().min(1).max(max) as unknown as z.ZodType<T, T>;

export const saleId = z.uuid() as unknown as z.ZodType<SaleId, SaleId>;
export const lineId = z.uuid() as unknown as z.ZodType<LineId, LineId>;
export const personId = z.uuid() as unknown as z.ZodType<PersonId, PersonId>;
export const operatorCode = id<OperatorCode>(16);
export const prescriberId = id<PrescriberId>(16);
export const sku = id<Sku>(40);
export const unitKey = id<UnitKey>(64);
export const shortText = z.string().trim().max(200);
export const neededText = shortText.min(1);
/** What is signed as it is typed: a number on a slip, an envelope, an undertaking. */
export const signedText = z.string().trim().max(64);
export const password = z.string().min(1).max(200);

export const dayField = z
  .string()
  .refine((text) => parseDay(text) !== null)
  .transform((text) => text as Day);

/** Whole cents, at most 100 000 €. */
export const amount = z
  .number()
  .int()
  .min(0)
  .max(10_000_000)
  .transform((value): Cents => cents(value));

const piece = z.number().int().min(0).max(9_999).optional();
export const cashCount = z.object(
  Object.fromEntries(denominations.map((one) => [String(one), piece])),
) as unknown as z.ZodType<CashCount, CashCount>;

/** A manager at the asker's screen: name and password, typed there. */
export const approval = z.object({ approver: operatorCode, password });
export type Approval = z.infer<typeof approval>;

export type ApprovalRefusal =
  | { readonly kind: 'approval-needed'; readonly act: string }
  | { readonly kind: 'approval-refused'; readonly why: 'wrong-password' | 'not-a-manager' | 'stopped' }
  | { readonly kind: 'throttled'; readonly waitSeconds: number };
