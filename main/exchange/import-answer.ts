import type { Answer, Input } from '#contract/ipc.ts';
import { ok, refuse } from '#domain/result.ts';
import { verifierAmong } from '#exchange/crypto.ts';
import { openAnswer } from '#exchange/answer.ts';
import type { Deps } from '../deps.ts';
import { appendEvent } from '../journal/append.ts';
import { storeAcknowledgement } from './acknowledge.ts';
import { syncEvents } from './events.ts';
import { takeParts } from '../network/take-parts.ts';
import { referenceTaken } from '../network/reference-taken.ts';

/** "Importer la réponse du siège": acknowledgements and prices that came back on a stick. */
export async function importAnswer(
  deps: Deps,
  input: Input<'importAnswer'>,
): Promise<Answer<'importAnswer'>> {
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
    appendEvent(deps, 'answer-imported', { acknowledgements: stored.length });
    return { acknowledged: stored.length };
  });
  const taken =
    answer.reference === null
      ? null
      : await takeParts(store, answer.reference, {
          verify,
          site: deps.reference().site.code,
          identity: deps.ageKey.identity,
          at: deps.now(),
        });
  if (taken?.catalogue != null) heard.onTaken(taken.catalogue);
  if (taken && (taken.catalogue !== null || taken.people !== null)) await referenceTaken(deps);
  // A till that was put back to an earlier day hears here how far headquarters holds it.
  const last = answer.acknowledgements.findLast(({ body }) => body.heads !== null);
  if (last?.body.heads) heard.onHeads(last.body.heads);
  deps.changed('batches', 'desk', 'basket', 'stock');
  return ok({ ...done, referenceNumber: taken?.catalogue ?? null });
}
