import { wordsTicket } from '#paper/document.ts';
import { encodeTicket, writtenIn1252 } from './encode.ts';
import { type PrinterProfile, codepageNumbers } from './profile.ts';

/** What every printer of the desk has to show right; stands on the test page once for each number it may be under. */
export const accents = 'à é è ê ç ù œ — ’ €';

/**
 * A page that tells at a glance whether a printer is set right: accents under each known number of windows-1252 (the
 * line that reads right names the number), the width of the paper, both sizes of letters, a barcode to scan.
 */
export function encodeTestPage(profile: PrinterProfile): Uint8Array {
  const lines = codepageNumbers.flatMap((number) => [
    0x1b,
    0x74,
    number,
    ...writtenIn1252(`${String(number).padStart(2)} : ${accents}\n`),
  ]);
  const page = wordsTicket('Essai', [
    'Un des numéros du haut va avec des accents justes : choisissez-le à l’écran.',
    { kind: 'rule' },
    'Ce trait va d’un bord à l’autre du papier.',
    ['Prix', '5,00 €'],
    ['Valeur indicative', '35,00 €'],
    { kind: 'text', text: 'Grand', large: true, bold: true, align: 'center' },
    'Scannez ce code : il ne vend rien.',
    { kind: 'barcode', text: '!BACK' },
  ]);
  return Uint8Array.from([0x1b, 0x40, ...lines, ...encodeTicket(page, profile)]);
}
