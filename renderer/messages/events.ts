import type { EventNames, ToldEvent } from './event-sentence.ts';
import type { EventView } from '#contract/journal.ts';
import type { Formats } from '../ui/format.ts';
import { eventsEn, unknownEventEn } from './en/events.ts';
import { detailOf } from './event-detail.ts';
import { eventsFr, unknownEventFr } from './fr/events.ts';
import { typesetFrench } from './typeset.ts';

type Speak = Readonly<Record<string, (told: ToldEvent) => string>>;

/** What happened, in words and never in codes. */
export function eventWords(
  event: Pick<EventView, 'type' | 'detail'>,
  say: Formats,
  names: EventNames,
): string {
  const french = say.language === 'fr';
  const sentences = (french ? eventsFr : eventsEn) as unknown as Speak;
  const told = { detail: detailOf(event.detail), say, names };
  const words = sentences[event.type]?.(told) ?? (french ? unknownEventFr : unknownEventEn);
  return french ? typesetFrench(words) : words;
}
