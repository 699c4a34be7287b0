import { type Picture, widestPicture } from '#paper/document.ts';
import { base64Of } from '../ui/files.ts';

/** How dark a dot is before it is black or white, 0 to 1, row by row. */
export interface Greys {
  readonly width: number;
  readonly height: number;
  readonly dark: Float32Array;
}

/**
 * Black dots that look as grey as the picture from afar (Floyd and Steinberg): what a head that knows no grey prints
 * of a photograph. Lines and letters stay sharp.
 */
export function dithered({ width, height, dark }: Greys): Picture {
  const left = Float32Array.from(dark);
  const bytes = new Uint8Array((width / 8) * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x;
      const wanted = left[at] ?? 0;
      const black = wanted >= 0.5;
      if (black) bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (0x80 >> (at & 7));
      const error = wanted - (black ? 1 : 0);
      const pass = (dx: number, dy: number, share: number): void => {
        if (x + dx < 0 || x + dx >= width || y + dy >= height) return;
        const to = at + dy * width + dx;
        left[to] = (left[to] ?? 0) + error * share;
      };
      pass(1, 0, 7 / 16);
      pass(-1, 1, 3 / 16);
      pass(0, 1, 5 / 16);
      pass(1, 1, 1 / 16);
    }
  return { width, height, bits: base64Of(bytes) };
}

/** Size on paper: as large as fits, in its own proportions, a whole number of bytes wide. */
export function sizeOnPaper(
  image: { readonly width: number; readonly height: number },
  highest: number,
): { readonly width: number; readonly height: number } {
  const scale = Math.min(widestPicture / image.width, highest / image.height, 2);
  const width = Math.max(8, Math.min(widestPicture, Math.ceil((image.width * scale) / 8) * 8));
  return { width, height: Math.max(1, Math.min(highest, Math.round(image.height * scale))) };
}

/** A picture file as dots; null when the browser cannot read it. */
export async function pictureFrom(file: Blob, highest: number): Promise<Picture | null> {
  const image = await createImageBitmap(file).catch(() => null);
  if (!image) return null;
  const { width, height } = sizeOnPaper(image, highest);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return null;
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.drawImage(image, 0, 0, width, height);
  image.close();
  const { data } = context.getImageData(0, 0, width, height);
  const dark = Float32Array.from({ length: width * height }, (_, dot) => {
    const [red = 255, green = 255, blue = 255] = data.subarray(dot * 4, dot * 4 + 3);
    return 1 - (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
  });
  return dithered({ width, height, dark });
}
