import type { Site } from '#domain/catalogue.ts';
import type { MemberCard } from '#domain/ids.ts';
import { pdfFile } from '#drivers/pdf/page.ts';
import { grid } from './grid.ts';

export const cardsAPage = 21;

/** Blank member cards to cut or to stick (70 by 39 mm, 21 a page): each is somebody's once it is given and scanned. */
export async function cardSheet(cards: readonly MemberCard[], site: Site): Promise<Uint8Array> {
  const file = await pdfFile('Cartes d’inscrit');
  grid(file, cards, {
    columns: 3,
    rows: 7,
    marginX: 0,
    marginY: 12,
    draw: (page, card, { x, y, width, height }) => {
      page.frame({ x: x + 0.5, y: y + 0.5, width: width - 1, height: height - 1 });
      page.text('Carte d’inscrit', x + 4, y + 3, { size: 10, bold: true });
      page.barcode(card, { x: x + 2, y: y + 9, width: width - 26, height: 14 });
      page.text(card, x + 2, y + 23.5, { size: 10, mono: true, align: 'center', width: width - 26 });
      page.qr(card, x + width - 24, y + 6, 22);
      page.text(`${site.name} · ${site.phone}`, x + 4, y + 30, { size: 8, width: width - 8 });
    },
  });
  return file.bytes();
}
