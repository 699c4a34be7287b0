import type { Answer, Input } from '#contract/ipc.ts';
import { ok, refuse } from '#domain/result.ts';
import { verifierAmong } from '#exchange/crypto.ts';
import { openAnswer } from '#exchange/answer.ts';
import type { Deps } from '../deps.ts';
import { receiveAssigned } from '../set-up/receive-assigned.ts';
import { appendEvent } from '../journal/append.ts';
import { applyErasures } from '../person/erase.ts';
import { sealCards } from '../person/seal-cards.ts';
import { storeAcknowledgement } from './acknowledge.ts';
import { syncEvents } from './events.ts';
import { takeReference } from './take-reference.ts';

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
  const heard = syncEvents(() => deps);
  const done = store.transaction(() => {
    const at = deps.now();
    const stored = answer.acknowledgements.filter((one) => {
      const before = one.body.batchNo === null ? undefined : store.batchByNo(till, one.body.batchNo);
      if (!storeAcknowledgement(store, till, { ...one, at })) return false;
      if (before?.state === 'waiting') heard.onAnswer(one.body);
      return true;
    });
    const reference =
      answer.reference === null ? null : takeReference(store, answer.reference, { verify, at });
    appendEvent(deps, 'answer-imported', { acknowledgements: stored.length });
    if (reference?.ok) heard.onTaken(reference.value.number);
    return { acknowledged: stored.length, referenceNumber: reference?.ok ? reference.value.number : null };
  });
  if (done.referenceNumber !== null) {
    deps.referenceChanged();
    receiveAssigned(deps);
    applyErasures(deps);
    sealCards(deps);
  }
  // A till that was put back to an earlier day hears here how far headquarters holds it.
  const last = answer.acknowledgements.findLast(({ body }) => body.heads !== null);
  if (last?.body.heads) heard.onHeads(last.body.heads);
  deps.changed('batches', 'desk', 'basket', 'stock');
  return ok(done);
}
