import { readGtin } from './identifiers.ts';
import { ok, refuse, type Result } from './result.ts';

/** What a till uses of a GS1 element string; a missing field was not in the barcode. */
export type Gs1Fields = { readonly gtin?: string; readonly lot?: string; readonly serial?: string };
export type Gs1Refusal = { readonly reason: 'not-gs1' | 'wrong-form' | 'wrong-check-digit' };

/** AIM identifiers of the symbols that open with FNC1: DataMatrix, GS1-128, DataBar, QR. */
export const gs1AimIds: ReadonlySet<string> = new Set([']d2', ']C1', ']e0', ']Q3']);

const separator = '\u001d';

/** Whole length, identifier included, of the fields that need no separator (GS1 General Specifications, 7.8.5). */
const predefinedLengths: readonly (readonly [identifiers: RegExp, length: number])[] = [
  [/^00/, 20],
  [/^0[123]/, 16],
  [/^04/, 18],
  [/^1[1-9]/, 8],
  [/^20/, 4],
  [/^3[1-6]/, 10],
  [/^41/, 16],
];

/**
 * GTIN (01), lot (10) and serial number (21) of an element string; other fields, known by their length or ended by
 * a separator, are passed over. `not-gs1`: the AIM identifier is of another symbol.
 */
export function readGs1(aimId: string, text: string): Result<Gs1Fields, Gs1Refusal> {
  if (!gs1AimIds.has(aimId)) return refuse({ reason: 'not-gs1' });
  const elements = elementsOf(text);
  if (!elements) return refuse({ reason: 'wrong-form' });
  const gtin = elements.find((element) => element.startsWith('01'))?.slice(2);
  const read = gtin === undefined ? null : readGtin(gtin);
  if (read && !read.ok) {
    return refuse({
      reason: read.refusal.reason === 'wrong-check-digit' ? 'wrong-check-digit' : 'wrong-form',
    });
  }
  const lot = elements.find((element) => element.startsWith('10'))?.slice(2);
  const serial = elements.find((element) => element.startsWith('21'))?.slice(2);
  if ([lot, serial].some((field) => field !== undefined && !/^.{1,20}$/.test(field))) {
    return refuse({ reason: 'wrong-form' });
  }
  return ok({
    ...(gtin !== undefined && { gtin }),
    ...(lot !== undefined && { lot }),
    ...(serial !== undefined && { serial }),
  });
}

/** One entry a field, identifier first; null when a field of known length is cut short or nothing is there. */
function elementsOf(text: string): readonly string[] | null {
  const elements: string[] = [];
  let rest = text;
  while (rest !== '') {
    if (rest.startsWith(separator)) {
      rest = rest.slice(1);
      continue;
    }
    const length = predefinedLengths.find(([identifiers]) => identifiers.test(rest))?.[1];
    const end = length ?? rest.indexOf(separator);
    const element = end === -1 ? rest : rest.slice(0, end);
    if (!/^\d{2}/.test(element) || element.includes(separator)) return null;
    if (length !== undefined && element.length < length) return null;
    elements.push(element);
    rest = rest.slice(element.length);
  }
  return elements.length === 0 ? null : elements;
}
