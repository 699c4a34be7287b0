export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
export type JsonObject = { readonly [name: string]: Json };

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object behind a text in RFC 8785 form; null when it does not re-encode to itself. */
export function readCanonical(text: string): JsonObject | null {
  const value = parsed(text);
  if (!isObject(value)) return null;
  // The engine writes numbers and strings as the standard does, and keeps the order it read: only the order of names
  // is left to see. Names that look like array indexes lose theirs, so a "no" is asked again the slow way.
  if (JSON.stringify(value) === text && sorted(value)) return value;
  return written(value) === text ? value : null;
}

export function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

function sorted(value: JsonObject | Json[]): boolean {
  if (Array.isArray(value))
    return value.every((one) => typeof one !== 'object' || one === null || sorted(one));
  let last = '';
  for (const name in value) {
    if (name < last) return false;
    last = name;
    const inner = value[name];
    if (typeof inner === 'object' && inner !== null && !sorted(inner)) return false;
  }
  return true;
}

function written(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(written).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.keys(value)
    .toSorted()
    .map((name) => `${JSON.stringify(name)}:${written(value[name] ?? null)}`);
  return `{${members.join(',')}}`;
}

/** A text that a file says, or nothing that any text equals. */
export const textAt = (value: JsonObject | null | undefined, name: string): string => {
  const text = value?.[name];
  return typeof text === 'string' ? text : '';
};
