import { type Picture, widestPicture } from '#paper/document.ts';
import { base64Of } from '../ui/files.ts';
import type { PaperPage, Pictogram } from './page.ts';

const rightToLeft: ReadonlySet<string> = new Set(['ar', 'fa']);
const margin = 6;
const icon = 40;
const gap = 12;
const titlePx = 34;
const textPx = 25;
const lineHeight = 1.35;

/**
 * A page as dots for the printer: letters of every script as this computer draws them, which no ticket printer
 * knows by itself.
 */
export function drawnPage(page: PaperPage): Picture {
  const canvas = document.createElement('canvas');
  canvas.width = widestPicture;
  canvas.height = layOut(page, measuring(canvas), null);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#000000';
  layOut(page, context, context);
  return dotsOf(context, canvas);
}

function measuring(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  return context;
}

/** Draws the page when `on` is given; answers its height either way. */
function layOut(
  page: PaperPage,
  measure: CanvasRenderingContext2D,
  on: CanvasRenderingContext2D | null,
): number {
  const backwards = rightToLeft.has(page.language);
  const font = (size: number, weight: number): string => `${weight} ${size}px ${familyOf()}`;
  const put = (text: string, size: number, y: number, box: { start: number; width: number }): number => {
    measure.font = font(size, size === titlePx ? 700 : 500);
    const lines = linesOf(measure, text, box.width);
    for (const [index, line] of lines.entries()) {
      if (!on) continue;
      on.font = measure.font;
      on.direction = backwards ? 'rtl' : 'ltr';
      on.textAlign = 'start';
      on.textBaseline = 'top';
      const x = backwards ? widestPicture - box.start : box.start;
      on.fillText(line, x, y + index * size * lineHeight);
    }
    return lines.length * size * lineHeight;
  };
  let y = margin;
  y += put(page.title, titlePx, y, { start: margin, width: widestPicture - 2 * margin }) + gap;
  for (const { pictogram, text } of page.rows) {
    const start = margin + icon + gap;
    const height = put(text, textPx, y, { start, width: widestPicture - start - margin });
    if (on) drawPictogram(on, pictogram, backwards ? widestPicture - margin - icon : margin, y);
    y += Math.max(height, icon) + gap;
  }
  return Math.ceil(y + margin);
}

const familyOf = (): string => getComputedStyle(document.body).fontFamily;

/** Groups of digits, as a telephone number has: they stay together. */
const numbers = /(\d+(?: \d+)+)/;

/** Words of a text on lines that fit; where a script writes none between spaces, signs. */
function linesOf(measure: CanvasRenderingContext2D, text: string, width: number): string[] {
  const words = new Intl.Segmenter(undefined, { granularity: 'word' });
  const parts = text
    .split(numbers)
    .flatMap((part, index) =>
      index % 2 === 1 ? [part] : [...words.segment(part)].map(({ segment }) => segment),
    );
  const lines: string[] = [];
  let line = '';
  for (const part of parts) {
    if (line !== '' && part.trim() !== '' && measure.measureText(line + part).width > width) {
      lines.push(line.trimEnd());
      line = part;
    } else line += part;
  }
  return [...lines, line.trimEnd()];
}

const shapes: Readonly<Record<Pictogram, string>> = {
  paper: 'M8 2h18l8 8v28H8zM26 2v8h8M13 18h16M13 24h16M13 30h10',
  identity: 'M3 8h34v26H3zM10 16h8v10h-8zM22 17h10M22 22h10M22 27h7',
  phone: 'M12 2h16v36H12zM17 33h6',
  calendar: 'M4 7h32v30H4zM4 15h32M12 3v8M28 3v8M12 22h4M24 22h4M12 29h4M24 29h4',
  clock: 'M20 3a17 17 0 1 0 .01 0zM20 10v11l8 5',
  home: 'M3 20L20 4l17 16M8 17v20h24V17M16 37V25h8v12',
  dot: 'M17 17h6v6h-6z',
};

function drawPictogram(on: CanvasRenderingContext2D, pictogram: Pictogram, x: number, y: number): void {
  on.save();
  on.translate(x, y);
  on.lineWidth = 3;
  on.strokeStyle = '#000000';
  on.lineJoin = 'round';
  on.stroke(new Path2D(shapes[pictogram]));
  on.restore();
}

/** Letters are black or white: dots in between would only blur them. */
function dotsOf(context: CanvasRenderingContext2D, { width, height }: HTMLCanvasElement): Picture {
  const { data } = context.getImageData(0, 0, width, height);
  const bytes = new Uint8Array((width / 8) * height);
  for (let dot = 0; dot < width * height; dot += 1)
    if ((data[dot * 4] ?? 255) < 150) bytes[dot >> 3] = (bytes[dot >> 3] ?? 0) | (0x80 >> (dot & 7));
  return { width, height, bits: base64Of(bytes) };
}
