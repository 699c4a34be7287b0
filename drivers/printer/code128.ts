/** A Code128 symbol: what `GS k 73` takes, and what its bars are. */
export interface Code128 {
  /** Set selectors `{B` and `{C` and the characters of each; the values of set C are raw bytes. */
  readonly command: string;
  /** Symbol values from the start to the last character, without check and stop (ISO/IEC 15417). */
  readonly values: readonly number[];
  /** Width without the quiet zones. */
  readonly modules: number;
}

export const quietModules = 10;

/** Bars and spaces by symbol value, ISO/IEC 15417 table 1; 103 to 105 are the starts, 106 the stop. */
const patterns = (
  '212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 ' +
  '113222 123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 ' +
  '212123 212321 232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 ' +
  '113123 113321 133121 313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 ' +
  '314111 221411 431111 111224 111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 ' +
  '241211 221114 413111 241112 134111 111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 ' +
  '214121 412121 111143 111341 131141 114113 114311 411113 411311 113141 114131 311141 411131 211412 211214 ' +
  '211232 2331112'
).split(' ');

type Piece = { readonly set: 'B' | 'C'; readonly text: string };

/**
 * The narrowest symbol for `text`, digits by pairs where that is shorter; null when it holds anything but
 * printable ASCII.
 */
export function code128(text: string): Code128 | null {
  if (!/^[\x20-\x7e]+$/.test(text)) return null;
  const [first, ...others] = [piecesOf(text, false), piecesOf(text, true), [{ set: 'B', text } as const]].map(
    symbol,
  );
  const safe = [first, ...others].filter((each) => each !== undefined && !holdsRealTimeCommand(each.command));
  return (
    safe.reduce((best, each) => (best && each && each.modules < best.modules ? each : best), safe[0]) ?? null
  );
}

/** True for each dark module of the whole symbol, from the first bar to the last. */
export function bars(symbol: Code128): boolean[] {
  const [start = 0] = symbol.values;
  const check = symbol.values.reduce((sum, value, index) => sum + value * index, start) % 103;
  const widths = [...symbol.values, check, 106].map((value) => patterns[value] ?? '').join('');
  return [...widths].flatMap((width, index) => Array.from({ length: Number(width) }, () => index % 2 === 0));
}

/**
 * A printer obeys DLE EOT, DLE ENQ and DLE DC4 wherever it sees them, even inside a barcode: the digits 16 20 01
 * in set C would open the drawer.
 */
const holdsRealTimeCommand = (command: string): boolean =>
  ['\x10\x04', '\x10\x05', '\x10\x14'].some((start) => command.includes(start));

/** Runs of four digits or more go to set C; an odd run leaves its first digit, or its last, to set B. */
function piecesOf(text: string, oddFirst: boolean): Piece[] {
  const pieces: Piece[] = [];
  for (const part of text.split(/(\d{4,})/).filter((part) => part !== '')) {
    const paired = /^\d{4,}$/.test(part);
    const lead = paired && oddFirst ? (part.length % 2 === 1 ? 1 : 2) : 0;
    const end = paired ? part.length - ((part.length - lead) % 2) : 0;
    pieces.push({ set: 'B', text: part.slice(0, paired ? lead : part.length) });
    if (paired) pieces.push({ set: 'C', text: part.slice(lead, end) }, { set: 'B', text: part.slice(end) });
  }
  return pieces.filter((piece) => piece.text !== '');
}

function symbol(pieces: readonly Piece[]): Code128 {
  let command = '';
  const values: number[] = [];
  let set: Piece['set'] | null = null;
  for (const piece of pieces) {
    if (piece.set !== set) {
      values.push(set === null ? (piece.set === 'B' ? 104 : 105) : piece.set === 'B' ? 100 : 99);
      command += `{${piece.set}`;
      set = piece.set;
    }
    const added = piece.set === 'B' ? [...piece.text].map(valueInB) : pairsOf(piece.text);
    values.push(...added);
    command += piece.set === 'B' ? piece.text.replaceAll('{', '{{') : String.fromCharCode(...added);
  }
  return { command, values, modules: values.length * 11 + 11 + 13 };
}

const valueInB = (character: string): number => character.charCodeAt(0) - 32;

const pairsOf = (digits: string): number[] => (digits.match(/\d\d/g) ?? []).map(Number);
