import type { UseCases } from '../deps.ts';
import { chooseDisplay } from './choose-display.ts';
import { display } from './display.ts';

export const displayCalls = {
  chooseDisplay,
  display,
} satisfies UseCases;
