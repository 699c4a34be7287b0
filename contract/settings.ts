import type { Settings } from './printing.ts';
import type { Picture } from '#paper/document.ts';
import { z } from 'zod';
import { call, type } from './form/call.ts';
import { pictureUpTo } from './form/picture.ts';
import { highestLogo } from './sheet.ts';

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
