import { a4, pdfFile } from '#drivers/pdf/page.ts';
import { grid } from './grid.ts';

/** What each printed code does, in the words of the screen. */
const commands = [
  ['!EXACT', 'Espèces : le compte est bon', 'La personne donne le montant juste.'],
  ['!OK', 'Valider', 'Comme la touche Entrée.'],
  ['!NEXT', 'Personne suivante', 'La vente est finie, à la suivante.'],
  ['!BACK', 'Revenir', 'Comme la touche Échap.'],
] as const;

/** The four codes that stand beside the till: they do with the scanner what the keyboard does. */
export async function commandSheet(): Promise<Uint8Array> {
  const file = await pdfFile('Codes à scanner');
  grid(file, commands, {
    columns: 1,
    rows: 4,
    marginX: 25,
    marginY: 18,
    head: (page) => {
      const width = a4.width - 50;
      const title = page.text('À garder près du scanner', 25, 18, { size: 22, bold: true, width });
      return (
        title +
        page.text(
          'Scanner un de ces codes fait ce que fait le bouton de l’écran. Rien d’autre ne confirme une vente.',
          25,
          18 + title,
          { size: 12, width },
        ) +
        6
      );
    },
    draw: (page, [code, name, text], { x, y, width, height }) => {
      page.frame({ x, y: y + 2, width, height: height - 4 });
      page.text(name, x + 6, y + 6, { size: 18, bold: true, width: width - 12 });
      page.text(text, x + 6, y + 14, { size: 12, width: width - 12 });
      page.barcode(code, { x: x + 20, y: y + 23, width: width - 40, height: height - 38 });
      page.text(code, x, y + height - 12, { size: 11, mono: true, align: 'center', width });
    },
  });
  return file.bytes();
}
