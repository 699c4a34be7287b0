import type { Store } from '#db/store.ts';
import type { SiteCode } from '#domain/ids.ts';
import type { Instant } from '#domain/time.ts';
import type { Verify } from '#exchange/crypto.ts';
import { type Parts, openPart } from '#exchange/parts.ts';
import { takeReference } from '../exchange/take-reference.ts';
import { takePeople } from './take-people.ts';

export interface PartsContext {
  readonly verify: Verify;
  readonly at: Instant;
  readonly site: SiteCode;
  /** The till's age identity. */
  readonly identity: string;
}

/** Numbers of the parts that were taken; null for one that did not come, was not newer or did not hold. */
export interface TakenParts {
  readonly catalogue: number | null;
  readonly people: number | null;
}

/** Takes in the parts of the reference that were sent to this till. */
export async function takeParts(store: Store, parts: Parts, context: PartsContext): Promise<TakenParts> {
  const open = async (part: Parts['catalogue']): Promise<string | null> => {
    const opened = part && (await openPart(part, context.identity));
    return opened?.ok ? opened.value : null;
  };
  const catalogueText = await open(parts.catalogue);
  const peopleText = await open(parts.people);
  const catalogue = catalogueText === null ? null : takeReference(store, catalogueText, context);
  const people = peopleText === null ? null : await takePeople(store, peopleText, context);
  return {
    catalogue: catalogue?.ok ? catalogue.value.number : null,
    people: people?.ok ? people.value : null,
  };
}
