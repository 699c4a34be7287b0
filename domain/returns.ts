import type { Family } from './catalogue.ts';
import type { LineId } from './ids.ts';
import { type Cents, cents } from './money.ts';
import { type Result, ok, refuse } from './result.ts';
import type { SaleLine } from './sale.ts';

export type ReturnCondition = 'unopened' | 'faulty';
export type ReturnOutcome = 'exchange' | 'refund';

export interface ReturnRequest {
  readonly lineId: LineId;
  readonly quantity: number;
  readonly condition: ReturnCondition;
  readonly as: ReturnOutcome;
}

export type ReturnRefusal =
  | { readonly kind: 'return-line-unknown' }
  | { readonly kind: 'return-too-many'; readonly left: number }
  | { readonly kind: 'return-never'; readonly label: string }
  | { readonly kind: 'return-only-unopened'; readonly label: string }
  | { readonly kind: 'return-only-faulty'; readonly label: string }
  | { readonly kind: 'return-only-exchange'; readonly label: string }
  | { readonly kind: 'return-only-refund'; readonly label: string };

export interface AcceptedReturn {
  readonly line: SaleLine;
  readonly quantity: number;
  /** Negative: what was paid for these units. */
  readonly totalCents: Cents;
  readonly referenceCents: Cents;
  readonly savingCents: Cents;
  readonly unitGoesTo: 'available' | 'blocked' | 'returned';
  readonly as: ReturnOutcome;
}

/**
 * What a return of a line gives back. Refund = what was paid. `overridden` lifts the family's rule (a manager's
 * any return), never the quantity.
 */
export function acceptReturn(
  original: readonly SaleLine[],
  alreadyReturned: Readonly<Record<string, number>>,
  request: ReturnRequest,
  rules: { readonly family: (line: SaleLine) => Family; readonly overridden: boolean },
): Result<AcceptedReturn, ReturnRefusal> {
  const line = original.find((one) => one.lineId === request.lineId);
  if (!line) return refuse({ kind: 'return-line-unknown' });
  const left = line.quantity - (alreadyReturned[line.lineId] ?? 0);
  if (!Number.isInteger(request.quantity) || request.quantity < 1 || request.quantity > left)
    return refuse({ kind: 'return-too-many', left: Math.max(0, left) });
  const family = rules.family(line);
  const refused = rules.overridden ? null : ruleRefusal(family, request, line.label);
  if (refused) return refuse(refused);
  return ok({
    line,
    quantity: -request.quantity,
    totalCents: cents(-line.unitPriceCents * request.quantity),
    referenceCents: cents(-line.unitReferenceCents * request.quantity),
    savingCents: cents(-(line.unitReferenceCents - line.unitPriceCents) * request.quantity),
    unitGoesTo: returnedUnitGoesTo(family, request.condition),
    as: request.as,
  });
}

function ruleRefusal(family: Family, request: ReturnRequest, label: string): ReturnRefusal | null {
  const { accepts, as } = family.returns;
  if (accepts === 'never') return { kind: 'return-never', label };
  if (accepts === 'unopened' && request.condition !== 'unopened')
    return { kind: 'return-only-unopened', label };
  if (accepts === 'faulty' && request.condition !== 'faulty') return { kind: 'return-only-faulty', label };
  if (as === 'exchange' && request.as === 'refund') return { kind: 'return-only-exchange', label };
  if (as === 'refund' && request.as === 'exchange') return { kind: 'return-only-refund', label };
  return null;
}

/** Where a unit that comes back stands from then on. */
export function returnedUnitGoesTo(family: Family, condition: ReturnCondition): AcceptedReturn['unitGoesTo'] {
  const goesTo = family.returns.unitGoesTo ?? 'returned';
  // A manager may take back a faulty thing that the family only accepts unopened: it is not sold again.
  if (goesTo === 'available' && condition === 'faulty') return 'blocked';
  if (goesTo === 'available-or-blocked') return condition === 'unopened' ? 'available' : 'blocked';
  return goesTo;
}
