import type { Policy } from './catalogue.ts';
import type { EntitlementId, FamilyId, PersonId } from './ids.ts';
import type { Reason } from './reasons.ts';
import type { EligibleReferral } from './referral.ts';
import { type Result, ok, refuse } from './result.ts';
import { type Day, addDays, lastDayOfWindow } from './time.ts';

/** A window of rights, both days included, opened by an accepted referral under a policy version. */
export interface Entitlement {
  readonly id: EntitlementId;
  readonly personId: PersonId;
  readonly from: Day;
  readonly until: Day;
  readonly policyVersion: string;
  /** What the referral covers; `*` is everything. */
  readonly families: '*' | readonly FamilyId[];
  /** The referral that opened it. */
  readonly referralKey: string;
  /** 0 for the first window, then 1, 2, … */
  readonly renewal: number;
}

declare const proof: unique symbol;

/** How a buyer stands on a business day. Only `standingOf` makes one, so no price is given on a guess. */
export type Standing = { readonly [proof]: true } & (
  | { readonly kind: 'entitled'; readonly entitlement: Entitlement }
  | { readonly kind: 'walk-in'; readonly dueOn: Day }
  | { readonly kind: 'lapsed'; readonly endedOn: Day }
  | { readonly kind: 'not-open'; readonly opensOn: Day }
  | { readonly kind: 'walk-in-used' }
  | { readonly kind: 'public' }
);

type StandingShape = Standing extends infer S ? (S extends unknown ? Omit<S, typeof proof> : never) : never;
const standing = (shape: StandingShape): Standing => shape as Standing;

export interface Buyer {
  readonly personId: PersonId;
  /** All windows of the person, in any order. */
  readonly entitlements: readonly Entitlement[];
  /** Units already bought without a window. */
  readonly walkInUnits: number;
}

/**
 * Standing of a buyer on `on`: entitled inside a window; else walk-in while the policy's allowance is unused;
 * else what is missing. Nobody (`null`) is the public.
 */
export function standingOf(buyer: Buyer | null, policy: Policy, on: Day): Standing {
  if (!buyer) return standing({ kind: 'public' });
  const byOpening = buyer.entitlements.toSorted(
    (a, b) => compare(a.from, b.from) || a.renewal - b.renewal || compare(a.id, b.id),
  );
  const runs = byOpening.filter((window) => window.from <= on && on <= window.until);
  // Where two windows run, the newer one stands: a renewal that restarts replaces what was left.
  const newest = runs.at(-1);
  // Two papers of one day, brought at two points, hold both.
  const families = familiesOf(runs.filter((window) => window.from === newest?.from));
  if (newest) return standing({ kind: 'entitled', entitlement: { ...newest, families } });
  const next = byOpening.find((window) => window.from > on);
  if (next) return standing({ kind: 'not-open', opensOn: next.from });
  const last = latestWindow(buyer.entitlements);
  if (last) return standing({ kind: 'lapsed', endedOn: last.until });
  if (buyer.walkInUnits >= policy.walkIn.maxUnits) return standing({ kind: 'walk-in-used' });
  return standing({ kind: 'walk-in', dueOn: addDays(on, policy.walkIn.referralDueDays) });
}

const familiesOf = (windows: readonly Entitlement[]): Entitlement['families'] => {
  const lists = windows.map((window) => window.families);
  const named = lists.filter((one) => one !== '*');
  return named.length < lists.length ? '*' : [...new Set(named.flat())];
};

export const latestWindow = (windows: readonly Entitlement[]): Entitlement | undefined =>
  windows.toSorted((a, b) => compare(b.until, a.until) || b.renewal - a.renewal)[0];

const compare = (a: string, b: string): number => Number(a > b) - Number(a < b);

/**
 * The window that an accepted referral opens on the day of registration or renewal.
 * Refusals: `renewal-too-many`, `renewal-too-early`, both lifted by a manager (`overridden`).
 */
export function openEntitlement(
  referral: EligibleReferral,
  input: {
    readonly id: EntitlementId;
    readonly personId: PersonId;
    readonly earlier: readonly Entitlement[];
    readonly policy: Policy;
    readonly on: Day;
    readonly overridden: boolean;
  },
): Result<Entitlement, Reason> {
  const { id, personId, policy, on } = input;
  const last = latestWindow(input.earlier);
  const base = {
    id,
    personId,
    policyVersion: policy.version,
    families: referral.families,
    referralKey: referral.key,
  };
  if (!last)
    return ok({ ...base, from: on, until: lastDayOfWindow(on, policy.entitlementMonths), renewal: 0 });
  const renewal = Math.max(...input.earlier.map((window) => window.renewal)) + 1;
  if (renewal > policy.renewal.max && !input.overridden)
    return refuse({ code: 'renewal-too-many', max: policy.renewal.max });
  const possibleOn = addDays(last.until, policy.renewal.waitDays + 1);
  if (policy.renewal.waitDays > 0 && on < possibleOn && !input.overridden)
    return refuse({ code: 'renewal-too-early', possibleOn });
  const from = policy.renewal.mode === 'extends' && last.until >= on ? addDays(last.until, 1) : on;
  return ok({ ...base, from, until: lastDayOfWindow(from, policy.entitlementMonths), renewal });
}
