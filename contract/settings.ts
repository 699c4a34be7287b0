import type { Picture } from '#paper/document.ts';
import type { TillId } from '#domain/ids.ts';
import { z } from 'zod';
import { call, type } from './form/call.ts';
import type { PrinterChoice } from './printing.ts';
import { pictureUpTo } from './form/picture.ts';
import { highestLogo } from './sheet.ts';

export interface Settings {
  readonly printer: PrinterChoice;
  readonly profiles: readonly { readonly id: string; readonly label: string }[];
  /** Numbers under which a printer may hold the signs of French; the test page shows each. */
  readonly codepages: readonly number[];
  readonly language: 'fr' | 'en';
  readonly headquartersUrl: string | null;
  /** Of the point. */
  readonly tills: readonly TillId[];
  readonly dataFolder: string;
  readonly encrypted: boolean;
}

export const settingsCalls = {
  settings: call({
    role: 'seller',
    evenWhile: ['training'],
    askedAgainOn: ['desk'],
    input: z.object({}),
    output: type<Settings>(),
    refusals: type<never>(),
  }),
  chooseLanguage: call({
    role: 'nobody',
    evenWhile: ['locked', 'handed-password', 'training'],
    input: z.object({ language: z.enum(['fr', 'en']) }),
    output: type<null>(),
    refusals: type<never>(),
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
