import { type Catalogue, hasVatRate } from '#domain/catalogue.ts';
import { readGtin, readIccid, readImei } from '#domain/identifiers.ts';
import type { SiteCode } from '#domain/ids.ts';
import { type Result, ok, refuse } from '#domain/result.ts';
import { sinceVersion01 } from './0.1/catalogue.ts';
import { type PublishedFile, type SiteUnits, noUnits, publishedFile } from './catalogue-schema.ts';
import { problemsOf } from './schema.ts';
import { parseJson } from './signed-document.ts';

/** Where a published file does not hold (`priceLists.0.prices.RECH-5`), and why. */
export interface CatalogueProblem {
  readonly path: string;
  readonly why: string;
}

export interface Publication {
  readonly catalogue: Catalogue;
  readonly units: ReadonlyMap<SiteCode, SiteUnits>;
}

/**
 * Reads the JSON of `publish FILE` (docs/formats/publish.md). Refuses with every problem found: wrong form, a
 * field it does not know (a typing mistake would otherwise be silent), a name that leads nowhere.
 */
export function readPublication(text: string): Result<Publication, readonly CatalogueProblem[]> {
  const json = parseJson(text);
  return json === undefined ? refuse([{ path: '', why: 'not JSON' }]) : publicationIn(json);
}

/** Reads what was published once, by this version or an earlier one. */
export const publishedBefore = (text: string): Result<Publication, readonly CatalogueProblem[]> =>
  publicationIn(sinceVersion01(parseJson(text)));

function publicationIn(json: unknown): Result<Publication, readonly CatalogueProblem[]> {
  const parsed = publishedFile.safeParse(json);
  if (!parsed.success) return refuse(problemsOf(parsed.error));
  const problems = [...unknownFields(json, parsed.data, ''), ...brokenNames(parsed.data)];
  if (problems.length > 0) return refuse(problems);
  return ok(publicationOf(parsed.data));
}

function publicationOf(file: PublishedFile): Publication {
  const { policy, families, products, priceLists } = file;
  const sites = file.sites.map(({ units: _units, qpv: _qpv, ...site }) => site);
  const prescribers = file.prescribers.map((one) => ({
    ...one,
    vouchers: { first: one.vouchers.first, last: one.vouchers.last },
  }));
  return {
    catalogue: { policy, families, products, priceLists, prescribers, sites },
    units: new Map(file.sites.map((site) => [site.code, site.units ?? noUnits])),
  };
}

/** Fields of the input that the schema left out: names it does not know. */
function unknownFields(input: unknown, read: unknown, path: string): CatalogueProblem[] {
  if (typeof input !== 'object' || input === null || typeof read !== 'object' || read === null) return [];
  return Object.entries(input).flatMap(([key, value]) => {
    const here = path === '' ? key : `${path}.${key}`;
    if (!Object.hasOwn(read, key)) return [{ path: here, why: 'unknown field' }];
    return unknownFields(value, (read as Record<string, unknown>)[key], here);
  });
}

function brokenNames(file: PublishedFile): CatalogueProblem[] {
  return [
    ...twice('families', file.families, (one) => one.id),
    ...twice('products', file.products, (one) => one.sku),
    ...twice('products', file.products, (one) => one.ean),
    ...twice('priceLists', file.priceLists, (one) => one.id),
    ...twice('prescribers', file.prescribers, (one) => one.id),
    ...twice('prescribers', file.prescribers, (one) => one.vouchers.first.slice(0, 3)),
    ...twice('sites', file.sites, (one) => one.code),
    ...productProblems(file),
    ...priceProblems(file),
    ...siteProblems(file),
  ];
}

function twice<T>(path: string, rows: readonly T[], keyOf: (row: T) => string): CatalogueProblem[] {
  const seen = new Set<string>();
  return rows.flatMap((row, index) => {
    const key = keyOf(row);
    if (seen.has(key)) return [{ path: `${path}.${index}`, why: `${key} stands twice` }];
    seen.add(key);
    return [];
  });
}

function productProblems(file: PublishedFile): CatalogueProblem[] {
  const families = new Set<string>(file.families.map((one) => one.id));
  return file.products.flatMap((product, index) => {
    const path = `products.${index}`;
    const problems: CatalogueProblem[] = [];
    if (!families.has(product.family))
      problems.push({ path: `${path}.family`, why: `no family ${product.family}` });
    if (!readGtin(product.ean).ok) problems.push({ path: `${path}.ean`, why: 'wrong check digit' });
    if (product.carrier !== undefined && !file.policy.carrierProfiles[product.carrier])
      problems.push({ path: `${path}.carrier`, why: `no carrier profile ${product.carrier}` });
    return problems;
  });
}

function priceProblems(file: PublishedFile): CatalogueProblem[] {
  const products = new Set<string>(file.products.map((one) => one.sku));
  const lists = new Map(file.priceLists.map((one) => [one.id, one]));
  return file.priceLists.flatMap((list, index) => {
    const path = `priceLists.${index}`;
    const problems: CatalogueProblem[] = Object.keys(list.prices)
      .filter((sku) => !products.has(sku))
      .map((sku) => ({ path: `${path}.prices.${sku}`, why: 'no such product' }));
    if (list.until !== null && list.until < list.from)
      problems.push({ path: `${path}.until`, why: 'before its first day' });
    if (list.extends !== undefined && !leadsToAnEnd(list.id, lists))
      problems.push({ path: `${path}.extends`, why: 'leads to no list, or back to itself' });
    return problems;
  });
}

function leadsToAnEnd(id: string, lists: ReadonlyMap<string, PublishedFile['priceLists'][number]>): boolean {
  const seen = new Set<string>();
  for (let at: string | undefined = id; at !== undefined; at = lists.get(at)?.extends) {
    if (seen.has(at) || !lists.has(at)) return false;
    seen.add(at);
  }
  return true;
}

function siteProblems(file: PublishedFile): CatalogueProblem[] {
  const products = new Map<string, string | null>(file.products.map((one) => [one.sku, one.unit]));
  const sites = new Set<string>(file.sites.map((one) => one.code));
  const ofSites = file.sites.flatMap((site, index) =>
    unitProblems(site.units ?? noUnits, `sites.${index}.units`, products),
  );
  const withoutRate = file.sites.flatMap((site, index) =>
    [...new Set(file.products.filter((one) => sells(site, one)).map((one) => one.vat))]
      .filter((vat) => !hasVatRate(site, vat))
      .map((vat) => ({ path: `sites.${index}.vatRates`, why: `no rate for ${vat}, which it sells` })),
  );
  const ofPrescribers = file.prescribers.flatMap((one, index) =>
    (one.sites === '*' ? [] : one.sites)
      .filter((code) => !sites.has(code))
      .map((code) => ({ path: `prescribers.${index}.sites`, why: `no site ${code}` })),
  );
  return [...ofSites, ...withoutRate, ...ofPrescribers];
}

const sells = (site: PublishedFile['sites'][number], product: PublishedFile['products'][number]): boolean =>
  site.families?.includes(product.family) ?? true;

function unitProblems(
  units: SiteUnits,
  path: string,
  products: ReadonlyMap<string, string | null>,
): CatalogueProblem[] {
  const check = (ok: boolean, where: string, why: string): CatalogueProblem[] =>
    ok ? [] : [{ path: `${path}.${where}`, why }];
  return [
    ...units.sims.flatMap((sim, at) => check(readIccid(sim).ok, `sims.${at}`, 'not an ICCID')),
    ...units.devices.flatMap((one, at) =>
      check(products.get(one.sku) === 'label', `devices.${at}.sku`, 'no product tracked by label'),
    ),
    ...units.phones.flatMap((one, at) => [
      ...check(products.get(one.sku) === 'imei', `phones.${at}.sku`, 'no product tracked by IMEI'),
      ...check(readImei(one.imei).ok, `phones.${at}.imei`, 'not an IMEI'),
    ]),
  ];
}
