import { create } from 'qrcode';
import type { Picture } from '#paper/document.ts';
import { bars, type Code128, quietModules } from './code128.ts';

/** Rows of dots, true is black; all rows are as long. */
export type Bitmap = readonly (readonly boolean[])[];

const barHeightDots = 80;
/** Some printers read the row count of `GS v 0` as one byte. */
const rowsPerCommand = 255;

/** Null when `text` is longer than any QR code. */
export function qrBitmap(text: string): Bitmap | null {
  try {
    const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
    return Array.from({ length: size }, (_, y) =>
      Array.from({ length: size }, (_, x) => data[y * size + x] === 1),
    );
  } catch {
    return null;
  }
}

/** The dots of a picture; rows that are not there are white. */
export function pictureBitmap({ width, height, bits }: Picture): Bitmap {
  const bytes = Buffer.from(bits, 'base64');
  const rowBytes = width >> 3;
  return Array.from({ length: height }, (_, y) =>
    Array.from(
      { length: width },
      (_, x) => ((bytes[y * rowBytes + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0,
    ),
  );
}

export const barcodeBitmap = (symbol: Code128): Bitmap =>
  Array.from({ length: barHeightDots }, () => bars(symbol));

/**
 * The dots of one module that let `modules` stand on `widthDots`, at most `most`; 0 when two dots are already too
 * many: thinner bars are not read by most scanners. The quiet zone may run into the paper's own margin.
 */
export function moduleDots(modules: number, widthDots: number, most: number): number {
  const roomy = Math.floor(widthDots / (modules + 2 * quietModules));
  if (roomy >= 2) return Math.min(most, roomy);
  return modules * 2 <= widthDots ? 2 : 0;
}

/** Draws `bitmap` in the middle of a line of `widthDots`, each point `scaleX` by `scaleY` dots, as `GS v 0`. */
export function rasterBytes(
  bitmap: Bitmap,
  layout: { readonly widthDots: number; readonly scaleX: number; readonly scaleY: number },
): number[] {
  const rowBytes = layout.widthDots >> 3;
  const drawn = (bitmap[0]?.length ?? 0) * layout.scaleX;
  const left = Math.max(0, layout.widthDots - drawn) >> 1;
  const rows = bitmap.flatMap((row) => {
    const bytes = Array.from({ length: rowBytes }, () => 0);
    for (let dot = 0; dot < Math.min(drawn, layout.widthDots); dot += 1) {
      const at = left + dot;
      if (row[Math.floor(dot / layout.scaleX)]) bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (0x80 >> (at & 7));
    }
    return Array.from({ length: layout.scaleY }, () => bytes);
  });
  const commands: number[] = [];
  for (let first = 0; first < rows.length; first += rowsPerCommand) {
    const chunk = rows.slice(first, first + rowsPerCommand);
    commands.push(0x1d, 0x76, 0x30, 0, rowBytes & 0xff, rowBytes >> 8, chunk.length, 0, ...chunk.flat());
  }
  return commands;
}
