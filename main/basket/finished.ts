import type { FinishedSale } from '#contract/sale.ts';
import type { SaleRow } from '#db/queries/sale.ts';
import { productBySku } from '#domain/catalogue.ts';
import type { ReadingDeps } from '../deps.ts';

/** What the desk shows once a sale is committed. */
export const finishedSale = (deps: ReadingDeps, sale: SaleRow): FinishedSale => ({
  saleId: sale.id,
  number: sale.number,
  totalCents: sale.totalCents,
  savingCents: sale.savingCents,
  changeCents: sale.changeCents,
  at: sale.at,
  printed: deps.store.ticketJobOf(sale.id) !== undefined,
  identitySteps: identitySteps(deps, sale),
});

function identitySteps(deps: ReadingDeps, sale: SaleRow): FinishedSale['identitySteps'] {
  const { catalogue } = deps.reference();
  return deps.store.unitsOfSale(sale.id).flatMap((unit) => {
    const carrier = productBySku(catalogue, unit.sku)?.carrier;
    const profile = carrier === undefined ? undefined : catalogue.policy.carrierProfiles[carrier];
    if (carrier === undefined || !profile?.identitySeen) return [];
    return [
      {
        unitKey: unit.key,
        text: unit.text,
        carrier,
        done: unit.identityAt !== null,
        handOverWaits: profile.handOverWaits,
      },
    ];
  });
}
