import type { Store } from '#db/store.ts';
import type { CardId, PersonId, SiteCode } from '#domain/ids.ts';
import { type NetworkCard, withoutSite } from '#domain/network.ts';
import { type Result, ok, refuse } from '#domain/result.ts';
import type { Verify } from '#exchange/crypto.ts';
import { type PeopleBody, type PeopleRefusal, openCard, openPeople } from '#exchange/people.ts';

/**
 * Takes the people part in: all of it, or what it adds to the one that is held. Entries stay sealed to their cards; those
 * of cards that were given here are opened, and say what their holders did elsewhere. All or nothing.
 */
export async function takePeople(
  store: Store,
  text: string,
  context: { readonly verify: Verify; readonly site: SiteCode },
): Promise<Result<number, PeopleRefusal | 'other-number'>> {
  const opened = openPeople(text, context.verify);
  if (!opened.ok) return opened;
  const body = opened.value;
  const own = await ownEntries(store, body, context);
  return store.transaction(() => {
    // Taken by the other till meanwhile, or put back to an earlier day: it is asked for anew.
    if (body.since !== 0 && body.since !== store.peopleNumber()) return refuse('other-number');
    if (body.since === 0) store.forgetNetwork();
    for (const { id, sealed } of body.cards) store.saveNetworkCard(id, sealed);
    store.forgetNetworkCards(body.forgotten);
    for (const { referral, on, site } of body.usedReferrals)
      if (site !== context.site) store.saveNetworkReferral(referral, on);
    store.forgetNetworkReferrals(body.freeReferrals);
    const known = new Set(store.erasures());
    for (const personId of body.erasures) if (!known.has(personId)) store.addErasure({ personId });
    for (const [personId, entry] of own)
      if (entry.windows.length + entry.usage.length > 0) store.saveElsewhere({ personId, entry });
      else store.forgetElsewhere(personId);
    store.savePeopleNumber(body.number);
    return ok(body.number);
  });
}

/** What the holders of our own cards did elsewhere, as far as this part tells. */
async function ownEntries(
  store: Store,
  { cards }: PeopleBody,
  { verify, site }: { readonly verify: Verify; readonly site: SiteCode },
): Promise<[PersonId, NetworkCard][]> {
  const ours = new Map(
    store
      .ownSealedCards()
      .flatMap((card) => (card.sealedId === null ? [] : [[card.sealedId, card] as const])),
  );
  const entries: [PersonId, NetworkCard][] = [];
  for (const { id, sealed } of cards) {
    const card = ours.get(id);
    const entry = card?.identity && sealed !== null ? await openCard(sealed, card.identity, verify) : null;
    if (card && entry && isFor(id, entry)) entries.push([card.personId, withoutSite(entry, site)]);
  }
  return entries;
}

/** An entry is signed with the card that it is of: it cannot stand in another one's place. */
export const isFor = (id: CardId, entry: NetworkCard): boolean => entry.id === id;
