import { a4, pdfFile } from '#drivers/pdf/page.ts';
import { grid } from './grid.ts';

/** One of each sort that the till reads. None is of a real card, and the page that shows them sells nothing. */
const samples = [
  ['20 chiffres, comme une carte SIM', '89331000042000009998'],
  ['10 chiffres, comme une carte d’inscrit', '4700000005'],
  ['13 chiffres, comme un produit', '2000000000138'],
  ['Lettres, chiffres et tirets, comme une étiquette', 'ABC-xyz-0123'],
  ['Signes, comme une orientation', 'CR1.a-Z_9.09'],
] as const;

/** What to scan on the page "Scanner" to see how a scanner is set, and how to mend what the page says. */
export async function scannerSheet(): Promise<Uint8Array> {
  const file = await pdfFile('Réglage du scanner');
  const width = a4.width - 50;
  grid(file, samples, {
    columns: 1,
    rows: 5,
    marginX: 25,
    marginY: 15,
    head: (page) => {
      let y = 15;
      y += page.text('Régler un scanner', 25, y, { size: 22, bold: true, width });
      for (const line of [
        'Ouvrez « Périphériques », « Scanner », puis scannez ces codes de haut en bas.',
        'Chaque code s’affiche tel qu’il est écrit ici ? Le scanner est bien réglé.',
        'Rien ne s’affiche : le code « retour chariot » (CR, Enter) de sa notice doit être ajouté à la fin.',
        'Des signes à la place des chiffres : il est réglé pour un autre clavier ; la caisse le comprend, n’y touchez pas.',
        'La page dit qu’il est lent : prenez le réglage qu’elle propose, ou réglez-le plus vite avec sa notice.',
      ])
        y += page.text(line, 25, y, { size: 11, width });
      return y - 15 + 5;
    },
    draw: (page, [name, code], { x, y, width: wide, height }) => {
      page.text(name, x, y + 1, { size: 12, bold: true });
      page.barcode(code, { x: x + 15, y: y + 8, width: wide - 30, height: height - 20 });
      page.text(code, x, y + height - 10, { size: 11, mono: true, align: 'center', width: wide });
    },
  });
  return file.bytes();
}
