/** Tables that only grow: two triggers each refuse UPDATE and DELETE. */
const appendOnly = [
  'record',
  'sale',
  'sale_line',
  'sale_tender',
  'correction',
  'stock_movement',
  'usage',
  'drawer_movement',
  'cash_count',
  'read_log',
];

/** Triggers that should stand in the database and do not. */
export function missingGuards(found: readonly string[]): string[] {
  const there = new Set(found);
  return appendOnly
    .flatMap((table) => [`${table}_no_update`, `${table}_no_delete`])
    .filter((name) => !there.has(name));
}
