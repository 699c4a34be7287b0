import { widestPicture } from '#paper/document.ts';

import { z } from 'zod';

/** A picture in dots, at most so high. */
export const pictureUpTo = (highest: number) =>
  z
    .object({
      width: z.number().int().min(8).max(widestPicture).multipleOf(8),
      height: z.number().int().min(1).max(highest),
      bits: z.base64().max(200_000),
    })
    .refine(({ width, height, bits }) => bytesIn(bits) === (width / 8) * height);

function bytesIn(base64: string): number {
  return (base64.length / 4) * 3 - (/=*$/.exec(base64)?.[0].length ?? 0);
}
