import type { CreditView } from '#contract/money.ts';
import type { StatementRow } from '#db/queries/money.ts';
import type { SaleRow } from '#db/queries/sale.ts';
import type { PrescriberId } from '#domain/ids.ts';
import { type Cents, cents, sumCents } from '#domain/money.ts';
import { sharedDue, undertakingsOf } from '#domain/tender.ts';
import type { ReadingDeps } from '../deps.ts';
import { signedSale } from '../journal/read.ts';
import { correctionsOf, netNow, tendersNow } from '../ticket/view.ts';

/** What a structure still owes for one sale, whoever's statement it stands on. */
interface Credit extends CreditView {
  readonly prescriberId: PrescriberId;
}

/**
 * Undertakings of structures as they stand now, sale by sale: as paid, corrections of tender added, returns taken
 * off.
 */
export function creditsOf(deps: ReadingDeps): Credit[] {
  return deps.store.salesOnCredit(deps.till).flatMap((sale) => creditsOfSale(deps, sale));
}

function creditsOfSale(deps: ReadingDeps, sale: SaleRow): Credit[] {
  const { payload } = signedSale(deps, sale);
  const corrections = correctionsOf(deps, sale);
  const due = cents(netNow(payload.netByKind, corrections).structureCredit + refunded(deps, sale));
  return sharedDue(undertakingsOf(tendersNow(payload.tenders, corrections)), due).flatMap(
    ({ commitment, prescriberId, cents: part }): Credit[] =>
      part > 0
        ? [{ number: sale.number, businessDay: sale.businessDay, commitment, prescriberId, cents: part }]
        : [],
  );
}

/** Negative: what returns of a sale gave back on its structures. */
const refunded = (deps: ReadingDeps, sale: SaleRow): Cents =>
  sumCents(
    deps.store.returnsOf(sale.id).map((one) => {
      const net = netNow(signedSale(deps, one).payload.netByKind, correctionsOf(deps, one));
      return net.structureCredit;
    }),
  );

/**
 * What stands on no statement yet, and what a structure left out when it paid one; a sale that came back after its
 * statement shows as less than nothing there.
 */
export function openCredits(deps: ReadingDeps): Credit[] {
  const claimed = new Map<string, number>();
  for (const statement of deps.store.statements(deps.till))
    for (const one of settledCredits(statement)) {
      const key = keyOf(statement.prescriberId, one);
      claimed.set(key, (claimed.get(key) ?? 0) + one.cents);
    }
  const now = new Map(creditsOf(deps).map((one) => [keyOf(one.prescriberId, one), one]));
  const open = [...now].flatMap(([key, one]): Credit[] => {
    const rest = one.cents - (claimed.get(key) ?? 0);
    return rest === 0 ? [] : [{ ...one, cents: cents(rest) }];
  });
  return [...open, ...takenBack(deps, claimed, new Set(now.keys()))];
}

/** What a statement asked for, less what was left out when it was paid: the first ones were paid first. */
function settledCredits(statement: StatementRow): StatementRow['credits'] {
  const { credits, settledCents } = statement;
  if (settledCents === null) return credits;
  let rest = settledCents - sumCents(credits.map((one) => cents(Math.min(0, one.cents))));
  return credits.map((one) => {
    const paid = Math.min(rest, one.cents);
    if (one.cents > 0) rest -= paid;
    return { ...one, cents: cents(one.cents > 0 ? paid : one.cents) };
  });
}

/** Claimed once and no longer due at all: the next statement takes it off. */
function takenBack(
  deps: ReadingDeps,
  claimed: ReadonlyMap<string, number>,
  due: ReadonlySet<string>,
): Credit[] {
  const told = new Set<string>();
  return deps.store.statements(deps.till).flatMap((statement) =>
    statement.credits.flatMap((one): Credit[] => {
      const key = keyOf(statement.prescriberId, one);
      const rest = claimed.get(key) ?? 0;
      if (due.has(key) || rest === 0 || told.has(key)) return [];
      told.add(key);
      return [{ ...one, prescriberId: statement.prescriberId, cents: cents(-rest) }];
    }),
  );
}

const keyOf = (prescriberId: PrescriberId, one: Pick<CreditView, 'number' | 'commitment'>): string =>
  `${prescriberId} ${one.number} ${one.commitment}`;
