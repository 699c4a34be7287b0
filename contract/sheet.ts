import type { Picture } from '#domain/ticket.ts';
import { widestPicture } from '#domain/ticket.ts';
import { z } from 'zod';
import { call, type } from './call.ts';

/** A4 sheets that a desk prints for itself. */
export const sheetKinds = ['commands', 'scanner', 'prices', 'cards'] as const;

/** A logo is at most as high as this. */
export const highestLogo = 200;

const picture = z
  .object({
    width: z.number().int().min(8).max(widestPicture).multipleOf(8),
    height: z.number().int().min(1).max(highestLogo),
    bits: z.base64().max(20_000),
  })
  .refine(({ width, height, bits }) => bytesIn(bits) === (width / 8) * height);

function bytesIn(base64: string): number {
  return (base64.length / 4) * 3 - (/=*$/.exec(base64)?.[0].length ?? 0);
}

export interface PdfView {
  readonly name: string;
  readonly base64: string;
}

export const sheetCalls = {
  sheet: call({
    role: 'seller',
    input: z.object({ kind: z.enum(sheetKinds) }),
    output: type<PdfView>(),
    refusals: type<never>(),
  }),
  /** What stands at the head of tickets; null for nothing. */
  logo: call({
    role: 'trainee',
    input: z.object({}),
    output: type<Picture | null>(),
    refusals: type<never>(),
  }),
  chooseLogo: call({
    role: 'manager',
    input: z.object({ logo: picture.nullable() }),
    output: type<null>(),
    refusals: type<never>(),
  }),
} as const;
