import { PDFDocument, type PDFFont, type PDFPage, StandardFonts, rgb } from '@cantoo/pdf-lib';
import { bars, code128 } from '../printer/code128.ts';
import { noBreak, printable } from '../printer/printable.ts';
import { type Bitmap, pictureBitmap, qrBitmap } from '../printer/raster.ts';
import type { Picture } from '#paper/document.ts';

const pointsPerMm = 72 / 25.4;
/** Modules of white around a QR code. */
const quiet = 4;

export interface TextStyle {
  /** Height of the letters in points. */
  readonly size: number;
  readonly bold?: boolean;
  readonly mono?: boolean;
  readonly align?: 'left' | 'center' | 'right';
  /** Struck through: a price that is not asked. */
  readonly struck?: boolean;
  /** Lines are broken to fit; a single word that does not is left as it is. */
  readonly width?: number;
}

/** A file of pages. Places and sizes are in millimetres from the top left corner. */
export interface PdfFile {
  readonly page: (widthMm: number, heightMm: number) => PdfPage;
  readonly bytes: () => Promise<Uint8Array>;
}

export interface PdfPage {
  /** Writes at `y`, the top of the first line; gives the height that was written. */
  readonly text: (text: string, x: number, y: number, style: TextStyle) => number;
  /** Code128 with its quiet zones inside `width`; false when no symbol can hold the text. */
  readonly barcode: (text: string, box: Box) => boolean;
  /** A QR code with its quiet zone inside a square. */
  readonly qr: (text: string, x: number, y: number, side: number) => boolean;
  readonly picture: (picture: Picture, x: number, y: number, width: number) => void;
  readonly frame: (box: Box) => void;
  readonly rule: (x: number, y: number, width: number) => void;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const a4 = { width: 210, height: 297 } as const;

interface Fonts {
  readonly plain: PDFFont;
  readonly bold: PDFFont;
  readonly mono: PDFFont;
  readonly monoBold: PDFFont;
}

/** Begins a file. What windows-1252 does not hold is written as the ticket printer would. */
export async function pdfFile(title: string): Promise<PdfFile> {
  const file = await PDFDocument.create();
  file.setTitle(printable(title));
  file.setCreator('Comptoir');
  const fonts: Fonts = {
    plain: await file.embedFont(StandardFonts.Helvetica),
    bold: await file.embedFont(StandardFonts.HelveticaBold),
    mono: await file.embedFont(StandardFonts.Courier),
    monoBold: await file.embedFont(StandardFonts.CourierBold),
  };
  return {
    page: (width, height) => pageOn(file.addPage([width * pointsPerMm, height * pointsPerMm]), fonts),
    bytes: () => file.save(),
  };
}

function pageOn(page: PDFPage, fonts: Fonts): PdfPage {
  const top = page.getHeight();
  /** A rectangle of black, from the top left corner. */
  const fill = ({ x, y, width, height }: Box): void =>
    page.drawRectangle({
      x: x * pointsPerMm,
      y: top - (y + height) * pointsPerMm,
      width: width * pointsPerMm,
      height: height * pointsPerMm,
      color: rgb(0, 0, 0),
    });
  return {
    text: (text, x, y, style) => {
      const font = fontOf(fonts, style);
      const lines = wrapped(text, font, style);
      const lineMm = (style.size * 1.25) / pointsPerMm;
      for (const [index, line] of lines.entries()) {
        const width = font.widthOfTextAtSize(line, style.size) / pointsPerMm;
        const left = x + shift(style, width);
        const baseline = y + index * lineMm + (style.size * 0.95) / pointsPerMm;
        page.drawText(line, {
          x: left * pointsPerMm,
          y: top - baseline * pointsPerMm,
          size: style.size,
          font,
        });
        if (style.struck) fill({ x: left, y: baseline - style.size * 0.1, width, height: 0.25 });
      }
      return lines.length * lineMm;
    },
    barcode: (text, { x, y, width, height }) => {
      const symbol = code128(text);
      if (!symbol) return false;
      const dark = bars(symbol);
      const module = width / (dark.length + 20);
      for (const run of runsOf(dark))
        fill({ x: x + (10 + run.at) * module, y, width: run.length * module, height });
      return true;
    },
    qr: (text, x, y, side) => {
      const bitmap = qrBitmap(text);
      if (!bitmap) return false;
      const module = side / (bitmap.length + 2 * quiet);
      drawDots(bitmap, { x: x + quiet * module, y: y + quiet * module, module }, fill);
      return true;
    },
    picture: (picture, x, y, width) =>
      drawDots(pictureBitmap(picture), { x, y, module: width / picture.width }, fill),
    frame: ({ x, y, width, height }) =>
      page.drawRectangle({
        x: x * pointsPerMm,
        y: top - (y + height) * pointsPerMm,
        width: width * pointsPerMm,
        height: height * pointsPerMm,
        borderColor: rgb(0.7, 0.7, 0.7),
        borderWidth: 0.5,
      }),
    rule: (x, y, width) => fill({ x, y, width, height: 0.2 }),
  };
}

function drawDots(
  bitmap: Bitmap,
  at: { readonly x: number; readonly y: number; readonly module: number },
  fill: (box: Box) => void,
): void {
  const { module } = at;
  for (const [row, dots] of bitmap.entries())
    for (const run of runsOf(dots))
      fill({ x: at.x + run.at * module, y: at.y + row * module, width: run.length * module, height: module });
}

/** Each run of dark dots of a row. */
function runsOf(row: readonly boolean[]): { readonly at: number; readonly length: number }[] {
  const dots = row.map((dark) => (dark ? '1' : '0')).join('');
  return [...dots.matchAll(/1+/g)].map((run) => ({ at: run.index, length: run[0].length }));
}

function fontOf(fonts: Fonts, { bold = false, mono = false }: TextStyle): PDFFont {
  if (mono) return bold ? fonts.monoBold : fonts.mono;
  return bold ? fonts.bold : fonts.plain;
}

function shift({ align = 'left', width = 0 }: TextStyle, used: number): number {
  if (align === 'left') return 0;
  return align === 'right' ? width - used : (width - used) / 2;
}

function wrapped(text: string, font: PDFFont, { size, width }: TextStyle): string[] {
  const written = printable(text);
  if (width === undefined) return [written.replaceAll(noBreak, ' ')];
  const lines: string[] = [];
  let line = '';
  for (const word of written.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && font.widthOfTextAtSize(longer, size) > width * pointsPerMm) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line].map((one) => one.replaceAll(noBreak, ' '));
}
