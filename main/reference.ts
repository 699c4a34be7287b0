import type { Store } from '#db/store.ts';
import type { Catalogue, Site } from '#domain/catalogue.ts';
import type { NetworkCard01 } from '#exchange/0.1/reference.ts';
import { verifierAmong } from '#exchange/crypto.ts';
import { type ReferenceBody, openReference } from '#exchange/reference.ts';
import { verifyReferralSignature } from '#exchange/referral-issue.ts';

/** The reference in force, opened once and indexed for the desk. */
export interface ReferenceInForce {
  readonly body: ReferenceBody;
  readonly catalogue: Catalogue;
  readonly site: Site;
  readonly revoked: ReadonlySet<string>;
  /** What 0.1 said of people, where the next reference has not come yet. */
  readonly before: {
    readonly used: ReadonlyMap<string, string>;
    readonly cardsByHash: ReadonlyMap<string, NetworkCard01>;
    readonly cardsByPerson: ReadonlyMap<string, NetworkCard01>;
  } | null;
  readonly verifyIssued: (keyId: string, signedText: string, signature: string) => boolean;
}

/** Public key of headquarters, as the enrolment fixed it. */
export interface HeadquartersKey {
  readonly keyId: string;
  readonly publicKey: string;
}

/** Opens a reference body once and indexes what the desk looks up. @throws when its own site is not in it. */
export function inForce(body: ReferenceBody): ReferenceInForce {
  const site = body.catalogue.sites.find((one) => one.code === body.site);
  if (!site) throw new Error(`the reference of ${body.site} does not hold its own site`);
  return {
    body,
    catalogue: body.catalogue,
    site,
    revoked: new Set(body.revocations),
    before: body.before && {
      used: new Map(body.before.usedReferrals.map((one) => [one.key, one.on])),
      cardsByHash: new Map(body.before.cards.map((card) => [card.cardHash, card])),
      cardsByPerson: new Map(body.before.cards.map((card) => [card.networkId, card])),
    },
    verifyIssued: verifyReferralSignature(body.issueKeys),
  };
}

export interface ReferenceReader {
  readonly current: () => ReferenceInForce;
  readonly forget: () => void;
}

/** One reader for each headquarters that tills of the point were enrolled with: in fact one. */
export function referencesOf(store: Store): (headquarters: HeadquartersKey) => ReferenceReader {
  const readers = new Map<string, ReferenceReader>();
  return (headquarters) => {
    const reader = readers.get(headquarters.keyId) ?? referenceReader(store, headquarters);
    readers.set(headquarters.keyId, reader);
    return reader;
  };
}

/**
 * The reference in force, read from the database once and again only when another was taken in. Its signature is
 * checked at every reading: prices changed in the database are not prices.
 */
export function referenceReader(store: Store, headquarters: HeadquartersKey): ReferenceReader {
  let read: ReferenceInForce | null = null;
  const verify = verifierAmong([headquarters]);
  return {
    current: () => {
      if (read) return read;
      const row = store.latestReference();
      if (!row) throw new Error('no reference: the till was not set up');
      const opened = openReference(row.body, verify, 0);
      if (!opened.ok) throw new Error(`the stored reference does not hold: ${opened.refusal.kind}`);
      read = inForce(opened.value);
      return read;
    },
    forget: () => {
      read = null;
    },
  };
}
