import type { Store } from '#db/store.ts';
import { type Result, ok, refuse } from '#domain/result.ts';
import type { Instant } from '#domain/time.ts';
import type { Verify } from '#exchange/crypto.ts';
import { type ReferenceBody, type ReferenceRefusal, openReference } from '#exchange/reference.ts';

/**
 * Takes a reference in if it holds and is newer. Prices then change by themselves on their day. The one before is kept,
 * but for one of 0.1.
 */
export function takeReference(
  store: Store,
  text: string,
  context: { readonly verify: Verify; readonly at: Instant },
): Result<ReferenceBody, ReferenceRefusal | { readonly kind: 'same' } | { readonly kind: 'other-site' }> {
  const held = store.latestReference()?.number ?? 0;
  const opened = openReference(text, context.verify, held);
  if (!opened.ok) return opened;
  if (opened.value.number === held) return refuse({ kind: 'same' });
  // A till is of one site for ever; a reference that does not hold it would leave nothing to sell with.
  const { site, catalogue } = opened.value;
  if (!store.tills().some((till) => till.site === site) || !catalogue.sites.some((one) => one.code === site))
    return refuse({ kind: 'other-site' });
  store.insertReference({
    number: opened.value.number,
    publishedAt: opened.value.publishedAt,
    receivedAt: context.at,
    body: text,
  });
  store.forgetReferencesBefore(isPlain(store, context.verify, held) ? opened.value.number : held);
  return ok(opened.value);
}

/** Whether a stored reference is one of 0.1, which named the people of every point in the clear. */
function isPlain(store: Store, verify: Verify, number: number): boolean {
  const row = store.referenceOf(number);
  const opened = row && openReference(row.body, verify, 0);
  return opened?.ok === true && opened.value.before !== null;
}
