import type { EventView } from '#contract/journal.ts';
import type { EventType } from '#domain/events.ts';
import type { Formats } from '../ui/format.ts';
import { eventsEn, unknownEventEn } from './en/events.ts';
import { type EventDetail, detailOf } from './event-detail.ts';
import { eventsFr, unknownEventFr } from './fr/events.ts';
import { typesetFrench } from './typeset.ts';

/** Who and what stands behind the codes that the journal carries. */
export interface EventNames {
  readonly operator: (code: string) => string;
  readonly product: (sku: string) => string;
}

export interface ToldEvent {
  readonly detail: EventDetail;
  readonly say: Formats;
  readonly names: EventNames;
}

/** One sentence a type: an event without its words does not compile. */
export type EventSentences = { readonly [T in EventType]: (told: ToldEvent) => string };

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
