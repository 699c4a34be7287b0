import { type Box, type PdfFile, type PdfPage, a4 } from '#drivers/pdf/page.ts';

/** Lays things out in rows on as many A4 pages as it takes, each in its box. */
export function grid<T>(
  file: PdfFile,
  things: readonly T[],
  layout: {
    readonly columns: number;
    readonly rows: number;
    readonly marginX: number;
    readonly marginY: number;
    /** Height kept at the top of every page. */
    readonly head?: (page: PdfPage) => number;
    readonly draw: (page: PdfPage, thing: T, box: Box) => void;
  },
): void {
  const { columns, rows, marginX, marginY } = layout;
  const each = columns * rows;
  for (let first = 0; first < things.length; first += each) {
    const page = file.page(a4.width, a4.height);
    const top = marginY + (layout.head?.(page) ?? 0);
    const width = (a4.width - 2 * marginX) / columns;
    const height = (a4.height - top - marginY) / rows;
    for (const [index, thing] of things.slice(first, first + each).entries()) {
      const x = marginX + (index % columns) * width;
      const y = top + Math.floor(index / columns) * height;
      layout.draw(page, thing, { x, y, width, height });
    }
  }
}
