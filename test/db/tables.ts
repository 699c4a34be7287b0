import type Client from 'better-sqlite3';

/** Every table with its rows, in their order. */
export type Tables = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

export function tablesOf(client: Client.Database): Tables {
  const tables = client.pragma('table_list') as readonly {
    readonly name: string;
    readonly type: string;
    readonly wr: 0 | 1;
  }[];
  const rows = ({ name, wr }: (typeof tables)[number]) =>
    client.prepare(`SELECT * FROM "${name}" ${wr ? '' : 'ORDER BY rowid'}`).all();
  return Object.fromEntries(
    tables.filter(({ name }) => !name.startsWith('sqlite_')).map((one) => [one.name, rows(one)]),
  ) as Tables;
}

/** What a migration may take away or fill anew; all the rest has to stay. */
export interface Allowed {
  /** Tables that go. */
  readonly tables?: readonly string[];
  /** Columns that go or are filled anew, as `table.column`. */
  readonly columns?: readonly string[];
}

/** What was there and is not, or not any more the same, and that nobody allowed; nothing when all is kept. */
export function lost(before: Tables, after: Tables, allowed: Allowed): string[] {
  return Object.entries(before).flatMap(([table, rows]) => {
    if (allowed.tables?.includes(table)) return [];
    const kept = after[table];
    if (!kept) return [`table ${table}`];
    if (kept.length !== rows.length) return [`${table}: ${rows.length} rows are ${kept.length}`];
    const columns = Object.keys(rows[0] ?? {}).filter(
      (column) => !allowed.columns?.includes(`${table}.${column}`),
    );
    return columns
      .filter((column) => rows.some((row, at) => !same(row[column], kept[at]?.[column])))
      .map((column) => `${table}.${column}`);
  });
}

const same = (a: unknown, b: unknown): boolean =>
  a instanceof Uint8Array && b instanceof Uint8Array ? Buffer.compare(a, b) === 0 : a === b;
