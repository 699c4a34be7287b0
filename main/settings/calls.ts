import type { UseCases } from '../deps.ts';
import { chooseLanguage } from './choose-language.ts';
import { chooseLogo } from './choose-logo.ts';
import { logo } from './logo.ts';
import { settings } from './settings.ts';

export const settingsCalls = {
  chooseLanguage,
  chooseLogo,
  logo,
  settings,
} satisfies UseCases;
