import type { TileView } from '#contract/basket.ts';
import { euros } from '#domain/money.ts';
import { pdfFile } from '#drivers/pdf/page.ts';
import { grid } from './grid.ts';

/** A product of the shelf, with the code that the scanner reads. */
export interface PriceLabel extends Pick<TileView, 'label' | 'priceCents' | 'referenceCents'> {
  readonly ean: string;
}

/** Labels of 70 by 42 mm for the edge of a shelf, 18 a page. Prices are those of the day they are made. */
export async function priceLabelSheet(labels: readonly PriceLabel[], madeOn: string): Promise<Uint8Array> {
  const file = await pdfFile('Étiquettes de prix');
  grid(file, labels, {
    columns: 3,
    rows: 6,
    marginX: 8,
    marginY: 12,
    draw: (page, { label, priceCents, referenceCents, ean }, { x, y, width, height }) => {
      const inside = width - 8;
      page.frame({ x: x + 1, y: y + 1, width: width - 2, height: height - 2 });
      page.text(label, x + 4, y + 3, { size: 11, bold: true, width: inside });
      page.text(priceCents === 0 ? 'Gratuit' : euros(priceCents), x + 4, y + 14, { size: 24, bold: true });
      if (referenceCents > priceCents) {
        page.text('prix solidaire,', x + 4, y + 16, { size: 8, align: 'right', width: inside });
        page.text('avec la carte', x + 4, y + 19.5, { size: 8, align: 'right', width: inside });
        page.text(`valeur indicative ${euros(referenceCents)}`, x + 4, y + 24, { size: 9, width: inside });
      }
      page.barcode(ean, { x: x + 4, y: y + 29, width: inside - 14, height: 9 });
      page.text(ean, x + 4, y + 38.5, { size: 7, mono: true, align: 'center', width: inside - 14 });
      page.text(madeOn, x + 4, y + 38.5, { size: 6, align: 'right', width: inside });
    },
  });
  return file.bytes();
}
