import type { StockRow, UnitRow } from '#contract/stock.ts';
import { namesOf } from './scanned-unit.ts';

export const unitGroups = ['here', 'aside', 'sold', 'out'] as const;
export type UnitGroup = (typeof unitGroups)[number];

const groupOf: Readonly<Record<UnitRow['status'], UnitGroup>> = {
  received: 'here',
  available: 'here',
  returned: 'aside',
  blocked: 'aside',
  sold: 'sold',
  'written-off': 'out',
};

export function unitsByGroup(units: readonly UnitRow[]): Readonly<Record<UnitGroup, readonly UnitRow[]>> {
  const of = (group: UnitGroup): readonly UnitRow[] => units.filter((unit) => groupOf[unit.status] === group);
  return { here: of('here'), aside: of('aside'), sold: of('sold'), out: of('out') };
}

/** Units whose number holds what was typed, most often its last digits. */
export function unitsWith(units: readonly UnitRow[], typed: string): readonly UnitRow[] {
  const [text = ''] = namesOf(typed);
  return text === '' ? units : units.filter((unit) => unit.text.toUpperCase().includes(text));
}

/** Products whose name or family holds every word typed, by family, in the order of the catalogue. */
export function productsByFamily(
  rows: readonly StockRow[],
  typed: string,
): readonly { readonly family: string; readonly rows: readonly StockRow[] }[] {
  const words = plain(typed)
    .split(/\s+/)
    .filter((word) => word !== '');
  const shown = rows.filter((row) =>
    words.every((word) => plain(`${row.label} ${row.family}`).includes(word)),
  );
  const families = [...new Set(shown.map((row) => row.family))];
  return families.map((family) => ({ family, rows: shown.filter((row) => row.family === family) }));
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
