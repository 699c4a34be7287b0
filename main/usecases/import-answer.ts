import type { Answer, Input } from '#contract/ipc.ts';
import { ok, refuse } from '#domain/result.ts';
import { verifierAmong } from '#exchange/crypto.ts';
import { openAnswer } from '#exchange/answer.ts';
import type { Deps } from '../deps.ts';
import { receiveAssigned } from '../set-up/receive-assigned.ts';
import { appendEvent } from '../journal/append.ts';
import { storeAcknowledgement } from '../sync/acknowledge.ts';
import { takeReference } from '../sync/take-reference.ts';

/** "Importer la réponse du siège": acknowledgements and prices that came back on a stick. */
export function importAnswer(deps: Deps, input: Input<'importAnswer'>): Answer<'importAnswer'> {
  const { store, till } = deps;
  const verify = verifierAmong([deps.headquarters]);
  const opened = openAnswer(Buffer.from(input.base64, 'base64').toString('utf8'), verify);
  if (!opened.ok)
    return refuse({
      kind: opened.refusal === 'bad-signature' ? 'answer-bad-signature' : 'answer-unreadable',
    });
  const answer = opened.value;
  if (answer.till !== till) return refuse({ kind: 'answer-other-till' });
  const done = store.transaction(() => {
    const at = deps.now();
    const stored = answer.acknowledgements.filter((one) => storeAcknowledgement(store, till, { ...one, at }));
    const reference =
      answer.reference === null ? null : takeReference(store, answer.reference, { verify, at });
    appendEvent(deps, 'answer-imported', { acknowledgements: stored.length });
    return { acknowledged: stored.length, referenceNumber: reference?.ok ? reference.value.number : null };
  });
  if (done.referenceNumber !== null) {
    deps.referenceChanged();
    receiveAssigned(deps);
  }
  deps.changed('batches', 'desk', 'basket', 'stock');
  return ok(done);
}
