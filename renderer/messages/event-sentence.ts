import type { EventType } from '#domain/events.ts';
import type { Formats } from '../ui/format.ts';
import type { EventDetail } from './event-detail.ts';

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
