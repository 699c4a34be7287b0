import type { ByTender } from '#domain/tender.ts';
import type { Day } from '#domain/time.ts';

/** Words of the paper. Receipts are French: the law is, and so is whoever checks them. */
export const paper = {
  marketValue: 'valeur indicative',
  saving: 'Économie',
  total: 'Total',
  change: 'Rendu',
  till: 'Caisse',
  training: 'FORMATION — SANS VALEUR',
  return: 'Remboursement',
  lines: (count: number): string => (count > 1 ? `${count} lignes` : `${count} ligne`),
  guaranteeUntil: 'Garantie jusqu’au',
  card: 'Carte d’inscrit',
  keepCard: 'Gardez cette carte : elle suffit pour revenir.',
  each: (price: string): string => `${price} l’unité`,
  original: (number: string): string => `Ticket d’origine ${number}`,
  number: (number: string): string => `n° ${number}`,
  vat: (code: string, rate: string, net: string): string => `TVA ${code} ${rate} sur ${net}`,
  copyReasons: {
    asked: 'demandé par la personne',
    'paper-jam': 'papier bourré',
    guarantee: 'pour la garantie',
  },
  copy: (rank: number): string => `DUPLICATA ${rank}`,
  print: (rank: number): string => `Impression ${rank}`,
  mark: (mark: string): string => `Signature ${mark}`,
} as const;

/** Tenders on paper and in tables: of one sale, of a day, in the middle of a sentence, as a column. */
export const tenderWords: ByTender<{
  readonly one: string;
  readonly many: string;
  readonly within: string;
  readonly column: string;
}> = {
  cash: { one: 'Espèces', many: 'Espèces', within: 'espèces', column: 'especes' },
  bankCard: { one: 'Carte bancaire', many: 'Carte bancaire', within: 'carte', column: 'carte' },
  structureCredit: {
    one: 'Prise en charge',
    many: 'Prises en charge',
    within: 'prises en charge',
    column: 'prises_en_charge',
  },
};

/** `2026-11-22` → `22/11/2026`. */
export const frenchDay = (on: Day): string => on.split('-').toReversed().join('/');

/** `550` → `5,5 %`. */
export const vatRate = (basisPoints: number): string => `${String(basisPoints / 100).replace('.', ',')} %`;
