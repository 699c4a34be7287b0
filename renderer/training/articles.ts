import type { TrainingTray } from '#contract/training.ts';

/** Like articles are one thing to tap, whatever their numbers. */
export interface ArticleKind {
  readonly label: string;
  readonly texts: readonly string[];
}

export function articleKinds(articles: TrainingTray['articles']): readonly ArticleKind[] {
  const kinds = new Map<string, string[]>();
  for (const { label, text } of articles) kinds.set(label, [...(kinds.get(label) ?? []), text]);
  return [...kinds].map(([label, texts]) => ({ label, texts }));
}

/** Whose turn it is outlives the screens that show the tray: an article that was sold does not come up next. */
const taps = new Map<string, number>();

/** The code that this tap scans: each of the like articles in its turn. */
export function nextOf({ label, texts }: ArticleKind): string {
  const tapped = taps.get(label) ?? 0;
  taps.set(label, tapped + 1);
  return texts[tapped % texts.length] ?? '';
}
