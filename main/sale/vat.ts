import type { Site } from '#domain/catalogue.ts';
import type { SalePayload } from '#domain/sale.ts';

/** Rates of a site in hundredths of a percent, by VAT code; none where the site is exempt. */
export const vatRatesOf = (site: Site): Readonly<Record<string, number>> =>
  site.vatRegime === 'taxed' ? (site.vatRates ?? {}) : {};

/** Rates that a sale was made at: what comes back of it takes back the same tax, whatever the rate is today. */
export const vatRatesPaid = ({ vat }: Pick<SalePayload, 'vat'>): Readonly<Record<string, number>> =>
  Object.fromEntries(vat.map(({ code, rateBasisPoints }) => [code, rateBasisPoints]));
