import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder';
import { assertNever } from '#domain/result.ts';
import type { Picture, TicketDocument } from '#paper/document.ts';
import { code128 } from './code128.ts';
import { layoutTicket, marginOf, textRows, type TicketRow } from './layout.ts';
import type { PrinterProfile } from './profile.ts';
import { barcodeBitmap, moduleDots, pictureBitmap, qrBitmap, rasterBytes } from './raster.ts';

/** `ESC R 0`: with the French set of a configured printer, `#`, `@`, `[` and `{` would print as letters. */
const plainAscii = [0x1b, 0x52, 0];
const latin = new TextDecoder('windows-1252');
const code1252: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 256 }, (_, code) => [latin.decode(Uint8Array.of(code)), code] as const),
);
const linesBeforeCut = 4;
const largestQrModule = 6;

/**
 * The ESC/POS bytes of one ticket, cut where the printer has a cutter. The first two are `ESC @`. With `openDrawer`
 * the drawer opens before anything is printed, so that nobody waits for the paper. `logo` stands where the document
 * has a place for one.
 */
export function encodeTicket(
  document: TicketDocument,
  profile: PrinterProfile,
  options: { readonly openDrawer?: boolean; readonly logo?: Picture | null } = {},
): Uint8Array {
  const encoder = new ReceiptPrinterEncoder({
    columns: profile.columns,
    language: 'esc-pos',
    newline: '\n',
    feedBeforeCut: linesBeforeCut,
    codepageMapping: { windows1252: profile.codepageNumber },
    errors: 'strict',
  });
  encoder.initialize().codepage('windows1252').raw(plainAscii);
  if (options.openDrawer) encoder.raw(drawerPulse(profile));
  for (const row of layoutTicket(document, profile.columns)) {
    if (row.kind !== 'logo') writeRow(encoder, row, profile);
    else if (options.logo) writePicture(encoder, options.logo, profile);
  }
  if (profile.cutter) encoder.cut('partial');
  else encoder.newline(linesBeforeCut);
  return encoder.encode();
}

/** The bytes of a text that windows-1252 holds whole. */
export const writtenIn1252 = (text: string): number[] =>
  [...text].map((character) => code1252.get(character) ?? character.charCodeAt(0));

/** Opens the drawer: `ESC p` with 100 ms on and 500 ms off, which printers do not assume by themselves. */
export const drawerPulse = (profile: PrinterProfile): Uint8Array =>
  Uint8Array.of(0x1b, 0x70, profile.drawerPin, 50, 250);

function writeRow(
  encoder: ReceiptPrinterEncoder,
  row: Exclude<TicketRow, { kind: 'logo' }>,
  profile: PrinterProfile,
): void {
  switch (row.kind) {
    case 'line': {
      const size = row.large ? 2 : 1;
      encoder.text(' '.repeat(marginOf(row, profile.columns)));
      encoder.bold(row.bold).size(size, size).text(row.text).size(1, 1).bold(false).newline();
      return;
    }
    case 'barcode':
      writeBarcode(encoder, row.text, profile);
      return;
    case 'qr':
      if (!writeQr(encoder, row.text, profile)) {
        for (const line of textRows(row.text, profile.columns)) writeRow(encoder, line, profile);
      }
      return;
    case 'picture':
      writePicture(encoder, row.picture, profile);
      return;
    default:
      assertNever(row);
  }
}

function writePicture(encoder: ReceiptPrinterEncoder, picture: Picture, profile: PrinterProfile): void {
  const { widthDots } = profile;
  encoder.raw(rasterBytes(pictureBitmap(picture), { widthDots, scaleX: 1, scaleY: 1 }));
}

/** What is too long for bars on this paper becomes a QR code. Its text stands under it in any case. */
function writeBarcode(encoder: ReceiptPrinterEncoder, text: string, profile: PrinterProfile): void {
  const symbol = code128(text);
  const dots = symbol ? moduleDots(symbol.modules, profile.widthDots, 3) : 0;
  if (symbol === null || dots === 0) {
    writeQr(encoder, text, profile);
    return;
  }
  if (!profile.nativeBarcodes) {
    const scale = { widthDots: profile.widthDots, scaleX: dots, scaleY: 1 };
    encoder.raw(rasterBytes(barcodeBitmap(symbol), scale));
    return;
  }
  // The encoder counts module widths from 1, which is two dots.
  encoder.align('center').barcode(symbol.command, 'code128', { height: 80, width: dots - 1, text: false });
  encoder.align('left');
}

function writeQr(encoder: ReceiptPrinterEncoder, text: string, profile: PrinterProfile): boolean {
  const bitmap = text === '' ? null : qrBitmap(text);
  const dots = bitmap ? moduleDots(bitmap.length, profile.widthDots, largestQrModule) : 0;
  if (bitmap === null || dots === 0) return false;
  if (profile.nativeBarcodes && /^[\x20-\x7e]*$/.test(text)) {
    encoder.align('center').qrcode(text, { model: 2, size: dots, errorlevel: 'm' }).align('left');
  } else {
    encoder.raw(rasterBytes(bitmap, { widthDots: profile.widthDots, scaleX: dots, scaleY: dots }));
  }
  return true;
}
