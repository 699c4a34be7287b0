import type { UseCases } from '../deps.ts';
import { events } from './events.ts';
import { eraseTypedText } from './typed.ts';

export const journalCalls = {
  eraseTypedText,
  events,
} satisfies UseCases;
