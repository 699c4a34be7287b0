import type { UseCases } from '../deps.ts';
import { events } from './events.ts';

export const journalCalls = {
  events,
} satisfies UseCases;
