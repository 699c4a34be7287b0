import { codeIn, rowsIn } from './documents.ts';

/** Names in code of the first cell of each row: what a table of fields lists. */
export const fieldsIn = (text: string): string[] =>
  rowsIn(text).flatMap(([first = '']) => codeIn(first).map((name) => name.trim()));

/** The part of a page under a heading, up to the next one that is not below it. */
export function section(text: string, heading: string): string {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => line.replace(/^#+ /, '') === heading && line.startsWith('#'));
  if (start < 0) throw new Error(`no heading ${heading}`);
  const level = /^#+/.exec(lines[start] ?? '')?.[0].length ?? 1;
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => new RegExp(`^#{1,${level}} `).test(line));
  return rest.slice(0, end < 0 ? undefined : end).join('\n');
}

/** Every name that stands in the code of a page. */
export const namesIn = (text: string): Set<string> =>
  new Set(codeIn(text).flatMap((code) => code.match(/[A-Za-z][\w-]*/g) ?? []));

/** All fields of a type: one too many or too few does not compile. */
export const fieldsOf = <T extends object>(fields: Readonly<Record<keyof T, true>>): string[] =>
  Object.keys(fields);

/** Fields that no code of a page names. */
export function missing(text: string, fields: readonly string[]): string[] {
  const names = namesIn(text);
  return fields.filter((field) => !names.has(field));
}
