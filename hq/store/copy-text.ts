import type { CopyRows } from './store.ts';

type CopyValue = string | number | boolean | null;

const special = /[\\\t\n\r\0]/g;
const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  // PostgreSQL has no NUL in texts; the signed bytes, where it is escaped, keep it.
  '\0': '',
};

/** Gathers rows of one table as the text format of COPY. Rows name their columns: a missing one does not compile. */
export class CopyText<Column extends string> {
  readonly #lines: string[] = [];
  readonly #table: string;
  readonly #columns: readonly Column[];

  constructor(table: string, columns: readonly Column[]) {
    this.#table = table;
    this.#columns = columns;
  }

  add(row: Readonly<Record<Column, CopyValue>>): void {
    let line = '';
    for (const column of this.#columns) line += (line === '' ? '' : '\t') + copyField(row[column]);
    this.#lines.push(line);
  }

  rows(): CopyRows {
    const text = this.#lines.length === 0 ? '' : `${this.#lines.join('\n')}\n`;
    return { table: this.#table, columns: this.#columns, text, count: this.#lines.length };
  }
}

function copyField(value: CopyValue): string {
  if (value === null) return '\\N';
  if (typeof value !== 'string') return String(value);
  return value.replace(special, (character) => escapes[character] ?? '');
}
