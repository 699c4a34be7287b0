import type Client from 'better-sqlite3';

/** Tables that only grow: nothing in them is ever changed or taken away. */
const appendOnly = [
  'record',
  'sale',
  'sale_line',
  'sale_tender',
  'correction',
  'stock_movement',
  'drawer_movement',
  'cash_count',
  'read_log',
] as const;

/** What grew alone before this version of the database: folded from the journal since. */
const guardedBefore: ReadonlyMap<string, number> = new Map([['usage', 6]]);

type Guards = ReadonlyMap<string, { readonly table: string; readonly sql: string }>;

/** Every trigger of the database, by name: two a table, which refuse UPDATE and DELETE. */
const guardsOf = (tables: readonly string[]): Guards =>
  new Map(
    tables.flatMap((table) =>
      (['update', 'delete'] as const).map((act) => {
        const name = `${table}_no_${act}`;
        return [name, { table, sql: guardSql(name, table, act) }];
      }),
    ),
  );

function guardSql(name: string, table: string, act: 'update' | 'delete'): string {
  return `CREATE TRIGGER \`${name}\` BEFORE ${act.toUpperCase()} ON \`${table}\` BEGIN\n\tSELECT RAISE(ABORT, '${table} is append only');\nEND`;
}

/**
 * Names of triggers that are not as they should be: taken away, written otherwise, or not ours. A table that is not
 * there yet has none. `version`: of the database, where an earlier one is looked at before it is brought up to date.
 */
export function changedGuards(client: Client.Database, version = Infinity): string[] {
  const retired = [...guardedBefore].flatMap(([table, until]) => (version < until ? [table] : []));
  const guards = guardsOf([...appendOnly, ...retired]);
  const found = new Map(
    client.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").raw().all() as [
      string,
      string,
    ][],
  );
  const tables = new Set(client.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all());
  const changed = [...guards]
    .filter(([name, { table, sql }]) => tables.has(table) && found.get(name) !== sql)
    .map(([name]) => name);
  return [...changed, ...[...found.keys()].filter((name) => !guards.has(name))];
}

/** Takes every trigger away: a migration may rebuild a table, or fill a new column of one that only grows. */
export function liftGuards(client: Client.Database): void {
  const names = client.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").pluck().all();
  for (const name of names as string[]) client.exec(`DROP TRIGGER "${name.replaceAll('"', '""')}"`);
}

/** Lays every guard anew, from the list. */
export function layGuards(client: Client.Database): void {
  liftGuards(client);
  for (const { sql } of guardsOf(appendOnly).values()) client.exec(sql);
}
