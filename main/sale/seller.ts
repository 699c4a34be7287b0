import type { SalePayload, Seller } from '#domain/sale.ts';
import type { ReadingDeps } from '../deps.ts';

/** Who sells here now, and under which words of guarantee. */
export function sellerNow(deps: ReadingDeps): { readonly seller: Seller; readonly guaranteeText: string } {
  const { site, catalogue } = deps.reference();
  const { name, legalName, address, siret, vatRegime, vatWording, timeZone } = site;
  return {
    seller: {
      name,
      ...(legalName === undefined ? {} : { legalName }),
      address,
      siret,
      vatRegime,
      vatWording,
      timeZone,
    },
    guaranteeText: catalogue.policy.guaranteeText,
  };
}

/** Who sold then; a sale of version 1 did not keep it, and is told by what holds now. */
export function sellerThen(
  deps: ReadingDeps,
  { seller, guaranteeText }: Pick<SalePayload, 'seller' | 'guaranteeText'>,
): { readonly seller: Seller; readonly guaranteeText: string } {
  const now = sellerNow(deps);
  return { seller: seller ?? now.seller, guaranteeText: guaranteeText ?? now.guaranteeText };
}
