import type { Words } from '#domain/catalogue.ts';
import type { ReadingDeps } from './deps.ts';

/** What the screen of a till calls something: in its language, or in French where headquarters gave no other word. */
export function shown(deps: ReadingDeps, french: string, words: Words | undefined): string {
  if (words === undefined) return french;
  const language = deps.store.setting<string>(deps.till, 'language') ?? 'fr';
  return words[language] ?? french;
}

/** The label of a product or a family on the screen. What is signed and printed keeps the French one. */
export const labelOf = (
  deps: ReadingDeps,
  { label, labels }: { readonly label: string; readonly labels?: Words | undefined },
): string => shown(deps, label, labels);
