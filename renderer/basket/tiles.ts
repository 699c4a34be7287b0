import type { TileView } from '#contract/basket.ts';
import type { Left } from '#domain/cap.ts';

/** Tabs in the order of the catalogue. */
export const tabsOf = (tiles: readonly TileView[]): readonly string[] => [
  ...new Set(tiles.map((tile) => tile.tab)),
];

/** The tiles of a tab, or of every tab once something is searched. */
export function tilesFor(
  tiles: readonly TileView[],
  wish: { readonly text: string; readonly tab: string },
): readonly TileView[] {
  const words = folded(wish.text).split(/\s+/).filter(Boolean);
  if (words.length === 0) return tiles.filter((tile) => tile.tab === wish.tab);
  return tiles.filter((tile) => {
    const label = folded(`${tile.label} ${tile.tab}`);
    return words.every((word) => label.includes(word));
  });
}

/** Whether what is left of the family no longer allows this product: shown paler, still tells why when pressed. */
export function isUsedUp(tile: TileView, left: readonly Left[]): boolean {
  const family = left.find((one) => one.family === tile.family);
  if (!family) return false;
  return family.kind === 'cents' ? tile.referenceCents > family.after : family.after < 1;
}

const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
