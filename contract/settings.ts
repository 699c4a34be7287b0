import { z } from 'zod';
import { call, type } from './call.ts';
import { type PrinterChoice, printerChoice } from './printer.ts';

export interface Settings {
  readonly printer: PrinterChoice;
  readonly profiles: readonly { readonly id: string; readonly label: string }[];
  /** Numbers under which a printer may hold the signs of French; the test page shows each. */
  readonly codepages: readonly number[];
  readonly language: 'fr' | 'en';
  readonly headquartersUrl: string | null;
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
  choosePrinter: call({
    role: 'seller',
    input: z.object({ printer: printerChoice }),
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
} as const;
