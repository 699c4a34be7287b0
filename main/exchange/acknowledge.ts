import type { BatchRow } from '#db/queries/batch.ts';
import type { Store } from '#db/store.ts';
import type { Acknowledgement } from '#exchange/acknowledgement.ts';
import type { Instant } from '#domain/time.ts';
import type { TillId } from '#domain/ids.ts';

/** State that an answer of headquarters leaves a batch in; `already-have` is as good as accepted. */
const stateOf = (kind: Acknowledgement['status']['kind']): BatchRow['state'] =>
  kind === 'already-have' ? 'accepted' : kind;

/**
 * Stores headquarters' answer to a batch, if it speaks of this very batch. A final good answer is never undone by
 * a later one.
 */
export function storeAcknowledgement(
  store: Store,
  till: TillId,
  answer: { readonly text: string; readonly body: Acknowledgement; readonly at: Instant },
): boolean {
  const { body } = answer;
  const batch = body.batchNo === null || body.till !== till ? undefined : store.batchByNo(till, body.batchNo);
  if (!batch) return false;
  // A quarantined file could not be read; every other answer names the manifest it is about.
  if (body.manifestSha256 !== null && body.manifestSha256 !== batch.manifestSha256) return false;
  if (batch.state === 'accepted') return true;
  store.saveBatch({
    till,
    batchNo: batch.batchNo,
    state: stateOf(body.status.kind),
    acknowledgement: answer.text,
    answeredAt: answer.at,
    lastError: null,
  });
  return true;
}
