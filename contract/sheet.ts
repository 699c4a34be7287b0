import { z } from 'zod';
import { call, type } from './call.ts';

/** A4 sheets that a desk prints for itself. */
export const sheetKinds = ['commands', 'scanner', 'prices', 'cards'] as const;

/** A logo is at most as high as this. */
export const highestLogo = 200;

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
} as const;
