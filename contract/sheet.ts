import type { Picture } from '#domain/ticket.ts';
import { widestPicture } from '#domain/ticket.ts';
import { z } from 'zod';
import { call, type } from './call.ts';

/** A4 sheets that a desk prints for itself. */
export const sheetKinds = ['commands', 'scanner', 'prices', 'cards'] as const;

/** A logo is at most as high as this. */
export const highestLogo = 200;

/** A page for a person is as long as ten sentences in the widest script need. */
const highestPage = 2_400;

const pictureUpTo = (highest: number) =>
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

export interface PdfView {
  readonly name: string;
  readonly base64: string;
}

export const sheetCalls = {
  sheet: call({
    role: 'seller',
    evenWhile: ['training'],
    input: z.object({ kind: z.enum(sheetKinds) }),
    output: type<PdfView>(),
    refusals: type<never>(),
  }),
  /** A page for the person, drawn by the page in their language: what to come back with, or what is kept of them. */
  printPage: call({
    role: 'trainee',
    evenWhile: ['training'],
    input: z.object({
      kind: z.enum(['slip', 'notice']),
      picture: pictureUpTo(highestPage),
      alt: z.string().max(2_000),
      to: z.enum(['printer', 'pdf']),
    }),
    output: type<{ readonly pdf: PdfView | null }>(),
    refusals: type<{ kind: 'no-printer' }>(),
  }),
  /** What stands at the head of tickets; null for nothing. */
  logo: call({
    role: 'trainee',
    evenWhile: ['training'],
    askedAgainOn: ['desk'],
    input: z.object({}),
    output: type<Picture | null>(),
    refusals: type<never>(),
  }),
  chooseLogo: call({
    role: 'manager',
    evenWhile: ['training'],
    input: z.object({ logo: pictureUpTo(highestLogo).nullable() }),
    output: type<null>(),
    refusals: type<never>(),
  }),
} as const;
