import type { Answer, Input } from '#contract/ipc.ts';
import type { TillId } from '#domain/ids.ts';
import { ok, refuse } from '#domain/result.ts';
import { readEnrolmentCode } from '#exchange/enrolment.ts';
import type { Deps } from '../deps.ts';
import { keepOwnTill, ownTill } from '../desk/own-till.ts';
import { appendEvent } from '../journal/append.ts';
import { askHeadquarters, insertEnrolled, takeFirstPeople } from './enrol.ts';

/**
 * One more till for this point. It is enrolled where the till that asks was, under the same headquarters' key; the
 * recovery key on paper is the point's and opens its backups too.
 */
export async function addTill(deps: Deps, input: Input<'addTill'>): Promise<Answer<'addTill'>> {
  const { store } = deps;
  const isHere = (till: TillId): boolean => store.tills().some((one) => one.id === till);
  const url = store.setting<string>(deps.till, 'headquarters-url');
  if (url === undefined) return refuse({ kind: 'no-headquarters' });
  const code = readEnrolmentCode(input.code);
  if (!code) return refuse({ kind: 'enrolment-code-unreadable' });
  if (code.site !== deps.reference().site.code) return refuse({ kind: 'other-site', site: code.site });
  if (isHere(code.till)) return refuse({ kind: 'till-exists', till: code.till });
  const answered = await askHeadquarters(deps, code, url);
  if (!answered.ok) return answered;
  if (answered.value.response.hqSign.keyId !== deps.headquarters.keyId)
    return refuse({ kind: 'headquarters-not-recognised' });
  // A backup that was begun without this till would not open with it inside.
  await deps.work.idle();
  // Asked again: its key would be written over.
  if (isHere(code.till)) return refuse({ kind: 'till-exists', till: code.till });
  store.transaction(() => {
    keepOwnTill(store, ownTill(store) ?? deps.till);
    const recovery = store.setting(deps.till, 'recovery-recipient');
    insertEnrolled(deps, { ...answered.value, at: deps.now(), url, recovery });
    appendEvent(deps, 'till-added', { till: code.till });
  });
  await takeFirstPeople(store, answered.value);
  deps.referenceChanged();
  await deps.desks.open(code.till);
  return ok({ till: code.till });
}
