import { z } from 'zod';
import { type Cents } from '#domain/money.ts';
import { type Sku } from '#domain/ids.ts';
import { type Day, parseDay } from '#domain/time.ts';
import type { Board, CallRow, DayFigures, FlagRow, Prices } from './board.ts';

const day = z.string().refine((text) => parseDay(text) !== null) as unknown as z.ZodType<Day, string>;
const name = z.string().trim().min(1).max(60);
const password = z.string().min(1).max(200);

/** Who is signed in; `mustChange` until a password of one's own is chosen. */
export interface Session {
  readonly name: string;
  readonly mustChange: boolean;
}

export type HqRefusal =
  | { readonly kind: 'wrong-password' }
  | { readonly kind: 'throttled'; readonly waitSeconds: number }
  | { readonly kind: 'password-too-weak' }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'must-change-password' }
  | { readonly kind: 'site-unknown' }
  | { readonly kind: 'nothing-published' }
  | { readonly kind: 'day-in-past'; readonly today: Day }
  | { readonly kind: 'product-unknown' }
  | { readonly kind: 'no-price' }
  | { readonly kind: 'above-market-value'; readonly marketCents: Cents };

/** Inputs of the page's calls: `POST /api/<name>` with a JSON body. */
export const hqInputs = {
  session: z.strictObject({}),
  signIn: z.strictObject({ name, password }),
  changePassword: z.strictObject({ password }),
  signOut: z.strictObject({}),
  board: z.strictObject({ until: day.optional(), days: z.int().min(1).max(62) }),
  dayFigures: z.strictObject({ site: z.string().max(8), day }),
  workList: z.strictObject({}),
  prices: z.strictObject({}),
  changePrice: z.strictObject({
    sku: z.string().max(64) as unknown as z.ZodType<Sku, string>,
    cents: z.int().min(0).max(10_000_000) as unknown as z.ZodType<Cents, number>,
    from: day,
  }),
} as const;

/** Outputs, by the same names. */
export interface HqOutputs {
  readonly session: Session | null;
  readonly signIn: Session;
  readonly changePassword: Session;
  readonly signOut: null;
  readonly board: Board;
  readonly dayFigures: DayFigures;
  readonly workList: { readonly calls: readonly CallRow[]; readonly flags: readonly FlagRow[] };
  readonly prices: Prices;
  readonly changePrice: { readonly publication: number };
}

export type HqCall = keyof typeof hqInputs;
export type HqInput<C extends HqCall> = z.output<(typeof hqInputs)[C]>;
export type HqAnswer<C extends HqCall> =
  | { readonly ok: true; readonly value: HqOutputs[C] }
  | { readonly ok: false; readonly refusal: HqRefusal };

/** Calls that need nobody signed in. */
export const openCalls: ReadonlySet<HqCall> = new Set<HqCall>(['session', 'signIn']);

export const isHqCall = (name: string): name is HqCall => Object.hasOwn(hqInputs, name);

/** A password of at least eight characters of three classes. */
export function isStrongPassword(text: string): boolean {
  const classes = [/[a-zà-ÿ]/, /[A-ZÀ-Þ]/, /\d/, /[^\p{L}\d]/u].filter((one) => one.test(text)).length;
  return text.length >= 8 && classes >= 3;
}
