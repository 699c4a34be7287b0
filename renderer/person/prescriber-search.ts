import type { PrescriberChoice } from '#contract/referral.ts';

const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** Structures whose name holds every typed word, those that begin with the first word before the others. */
export function matchingPrescribers(
  all: readonly PrescriberChoice[],
  text: string,
  most: number,
): readonly PrescriberChoice[] {
  const words = folded(text).split(/\s+/).filter(Boolean);
  const [first] = words;
  if (first === undefined) return [];
  const found = all
    .map((one) => ({ one, name: folded(`${one.name} ${one.kind}`) }))
    .filter(({ name }) => words.every((word) => name.includes(word)));
  const begins = ({ name }: { readonly name: string }): number => (name.startsWith(first) ? 0 : 1);
  return found
    .toSorted((a, b) => begins(a) - begins(b) || a.name.localeCompare(b.name))
    .slice(0, most)
    .map(({ one }) => one);
}
