import type { CreditView } from '#contract/money.ts';
import type { SaleRow } from '#db/queries/sales.ts';
import type { PrescriberId } from '#domain/ids.ts';
import { type Cents, cents, sumCents } from '#domain/money.ts';
import type { Tender } from '#domain/tender.ts';
import type { Deps } from '../deps.ts';
import { payloadOf } from '../printing/ticket.ts';
import { correctedTenders, correctionsOf, netNow } from '../sale/summary.ts';

/** What a structure still owes for one sale, whoever's statement it stands on. */
interface Credit extends CreditView {
  readonly prescriberId: PrescriberId;
}

type StructureTender = Extract<Tender, { kind: 'structureCredit' }>;

/**
 * Undertakings of structures as they stand now, sale by sale: as paid, corrections of tender added, returns taken
 * off. Several structures on one sale share what came back in the order they stand on the ticket.
 */
export function creditsOf(deps: Deps): Credit[] {
  return deps.store.salesOnCredit(deps.till).flatMap((sale) => creditsOfSale(deps, sale));
}

function creditsOfSale(deps: Deps, sale: SaleRow): Credit[] {
  const { payload } = payloadOf(deps, sale);
  const corrections = correctionsOf(deps, sale);
  let due: number = netNow(payload.netByKind, corrections).structureCredit + refunded(deps, sale);
  // The last correction says how it was paid; those before it were mistaken too.
  const last = corrections.findLast(({ payload: one }) => one.change.what === 'tender');
  const named = summed(last ? correctedTenders([last]) : payload.tenders);
  return named.flatMap((tender, index): Credit[] => {
    // The last one takes the rest, so that the parts always add up to what is due.
    const part = index === named.length - 1 ? due : Math.min(due, tender.cents);
    due -= part;
    if (part <= 0) return [];
    return [
      {
        number: sale.number,
        businessDay: sale.businessDay,
        commitment: tender.commitment,
        prescriberId: tender.prescriberId,
        cents: cents(part),
      },
    ];
  });
}

/** One undertaking a structure and number, however often it was entered. */
function summed(tenders: readonly Tender[]): StructureTender[] {
  const byKey = new Map<string, StructureTender>();
  for (const one of tenders.filter(isStructure)) {
    const key = `${one.prescriberId} ${one.commitment}`;
    byKey.set(key, { ...one, cents: cents((byKey.get(key)?.cents ?? 0) + one.cents) });
  }
  return [...byKey.values()];
}

const isStructure = (tender: Tender): tender is StructureTender => tender.kind === 'structureCredit';

/** Negative: what returns of a sale gave back on its structures. */
const refunded = (deps: Deps, sale: SaleRow): Cents =>
  sumCents(
    deps.store.returnsOf(sale.id).map((one) => {
      const net = netNow(payloadOf(deps, one).payload.netByKind, correctionsOf(deps, one));
      return net.structureCredit;
    }),
  );

/** What stands on no statement yet: a sale that came back after its statement shows as less than nothing there. */
export function openCredits(deps: Deps): Credit[] {
  const claimed = new Map<string, number>();
  for (const statement of deps.store.statements(deps.till))
    for (const one of statement.credits) {
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

/** Claimed once and no longer due at all: the next statement takes it off. */
function takenBack(deps: Deps, claimed: ReadonlyMap<string, number>, due: ReadonlySet<string>): Credit[] {
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
