import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bitmap } from '#drivers/printer/raster.ts';
import { temporaryFolder } from './database.ts';

/** Reads pictures and PDF files by programs that are none of ours. */
export const hasZbar = existsSync('/usr/bin/zbarimg') && existsSync('/usr/bin/pdftoppm');

/** Dots as a grey picture that any program reads, each dot `scale` wide, on white paper. */
function pgm(bitmap: Bitmap, scale: number): Buffer {
  const width = (bitmap[0]?.length ?? 0) * scale;
  const rows = bitmap.flatMap((row) => {
    const line = Buffer.alloc(width, 255);
    for (const [x, dark] of row.entries()) if (dark) line.fill(0, x * scale, (x + 1) * scale);
    return Array.from({ length: scale }, () => line);
  });
  return Buffer.concat([Buffer.from(`P5\n${width} ${rows.length}\n255\n`), ...rows]);
}

/** What zbarimg, which is none of ours, reads in a picture: `CODE-128:text`, `QR-Code:text`. */
function codesIn(file: string): string[] {
  try {
    const read = execFileSync('zbarimg', ['--quiet', '-Sean13.enable', file], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return read.split('\n').filter((line) => line !== '');
  } catch {
    return [];
  }
}

export function codesOnPaper(bitmap: Bitmap): string[] {
  const file = join(temporaryFolder(), 'paper.pgm');
  writeFileSync(file, pgm(bitmap, 2));
  return codesIn(file).toSorted();
}

/**
 * The codes on every page of a PDF, drawn by poppler at the resolution of an office printer; or in every box of a
 * single A4 page that is cut into so many.
 */
export function codesInPdf(
  pdf: Uint8Array,
  boxes: { readonly columns: number; readonly rows: number } | null = null,
): string[][] {
  const folder = temporaryFolder();
  const sheet = join(folder, 'sheet.pdf');
  writeFileSync(sheet, pdf);
  const drawn = (...crop: string[]): string[] => {
    const pages = mkdtempSync(join(folder, 'pages-'));
    execFileSync('pdftoppm', ['-r', '300', '-gray', ...crop, sheet, join(pages, 'p')]);
    return readdirSync(pages)
      .toSorted()
      .map((name) => join(pages, name));
  };
  const pictures = boxes ? cropsOf(boxes).flatMap((crop) => drawn(...crop)) : drawn();
  return pictures.map((picture) => codesIn(picture).toSorted());
}

/** Dots of an A4 page at 300 a inch. */
const a4 = { width: 2480, height: 3508 };

function cropsOf({ columns, rows }: { readonly columns: number; readonly rows: number }): string[][] {
  const width = Math.floor(a4.width / columns);
  const height = Math.floor(a4.height / rows);
  return Array.from({ length: columns * rows }, (_, index) => {
    const [x, y] = [(index % columns) * width, Math.floor(index / columns) * height];
    return ['-x', String(x), '-y', String(y), '-W', String(width), '-H', String(height)];
  });
}

/** The words of a PDF, as poppler finds them. */
export function wordsInPdf(pdf: Uint8Array): string {
  const file = join(temporaryFolder(), 'sheet.pdf');
  writeFileSync(file, pdf);
  return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
}
