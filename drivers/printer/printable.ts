/** What windows-1252 holds beyond Latin-1. */
const beyondLatin1 = new Set('€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ');

/** Joins what may not be parted at the end of a line; becomes a plain space on paper. */
export const noBreak = '\u00a0';

const replacements: ReadonlyMap<string, string> = new Map([
  ...pairs(
    '− - ‐ - ‑ - ‒ – ― — ⁃ - ′ \' ″ " ‛ ‘ ⁄ / ∕ / → -> ← <- ↔ <-> ≤ <= ≥ >= ≠ <> ≈ ~ ∙ · ● • ◦ • ✓ x ✔ x ✗ x',
  ),
  ...pairs('ł l đ d ħ h ı i ŋ n ŧ t ĸ k ə e ɛ e ɔ o ƴ y ẞ SS Ł L Đ D Ħ H Ŋ N Ŧ T Ə E Ɛ E Ɔ O'),
  ...cyrillic(
    'а a б b в v г g ґ g д d е e ё io є ie ж j з z и i і i ї i й i к k л l м m н n о o п p р r с s',
  ),
  ...cyrillic(
    'т t у ou ў ou ф f х kh ц ts ч tch ш ch щ chtch ы y э e ю iou я ia ђ dj ј j љ lj њ nj ћ c џ dz',
  ),
]);

/**
 * `text` in characters that windows-1252 holds, each one column wide: what cannot be written becomes the nearest
 * thing that can, or nothing, because printers write `?` without a word. Keeps `noBreak`; has no line breaks left.
 */
export function printable(text: string): string {
  let written = '';
  for (const character of text.normalize('NFC')) written += written1252(character);
  return written.replace(/(?<=\d) (?=€)/g, noBreak);
}

function written1252(character: string): string {
  if (character === '\u00a0' || character === '\u202f' || character === '\u2007') return noBreak;
  if (/^[\p{Zs}\s]$/u.test(character)) return ' ';
  if (fits(character)) return character;
  const replacement = replacements.get(character);
  if (replacement !== undefined) return replacement;
  let nearest = '';
  for (const part of character.normalize('NFKD'))
    nearest += fits(part) ? part : (replacements.get(part) ?? '');
  return nearest;
}

/** The soft hyphen is left out: a printer shows it wherever it stands. */
function fits(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  if (code <= 0x7e) return code >= 0x20;
  return (code > 0xa0 && code <= 0xff && code !== 0xad) || beyondLatin1.has(character);
}

function pairs(table: string): (readonly [string, string])[] {
  const words = table.split(' ');
  return words.flatMap((word, index) => (index % 2 === 0 ? [[word, words[index + 1] ?? ''] as const] : []));
}

function cyrillic(table: string): (readonly [string, string])[] {
  return pairs(table).flatMap(([small, latin]) => [
    [small, latin] as const,
    [small.toUpperCase(), latin.charAt(0).toUpperCase() + latin.slice(1)] as const,
  ]);
}
