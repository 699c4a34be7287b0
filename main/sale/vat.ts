import type { Site } from '#domain/catalogue.ts';

/** Rates of a site in hundredths of a percent, by VAT code; none where the site is exempt. */
export const vatRatesOf = (site: Site): Readonly<Record<string, number>> =>
  site.vatRegime === 'taxed' ? (site.vatRates ?? {}) : {};
