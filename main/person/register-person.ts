import type { Answer, Input } from '#contract/ipc.ts';
import { type PersonId, brandAs } from '#domain/ids.ts';
import { ok, refuse } from '#domain/result.ts';
import { appendEvent, deskDay } from '../journal/append.ts';
import { todayAtSite } from '../today.ts';
import type { Deps } from '../deps.ts';
import { signedIn } from '../access/signed-in.ts';
import { registrationKey } from './draft-key.ts';
import { personFound } from './found.ts';
import { likesOf } from './likes.ts';
import { personLine } from './line.ts';
import { birthOf, birthYearOf, fieldRefusal } from './registration.ts';
import { putInOutbox } from '../exchange/outbox.ts';

/** Registers somebody, unless they are perhaps somebody already known whom nobody has looked at. */
export function registerPerson(deps: Deps, input: Input<'registerPerson'>): Answer<'registerPerson'> {
  const { registration } = input;
  const refused = fieldRefusal(registration, todayAtSite(deps));
  if (refused) return refuse(refused);
  const unseen = likesOf(deps, registration).probablySame.filter((row) => !input.notTheSame.includes(row.id));
  if (unseen.length > 0)
    return refuse({ kind: 'perhaps-the-same', persons: unseen.map((row) => personFound(deps, row)) });
  const personId = brandAs<PersonId>(deps.newId());
  deps.store.transaction(() => insert(deps, personId, input));
  return ok({ personId });
}

function insert(deps: Deps, id: PersonId, input: Input<'registerPerson'>): void {
  const { store } = deps;
  const { registration } = input;
  const { notice, birth: _birth, ...fields } = registration;
  const birth = birthOf(registration);
  const registeredOn = deskDay(deps);
  store.insertPerson({
    ...fields,
    id,
    birth,
    birthYear: birthYearOf(birth),
    qpvOn: registeredOn,
    noticeVersion: notice.version,
    noticeLanguage: notice.language,
    registeredOn,
    registeredBy: signedIn(deps),
    householdId: null,
  });
  for (const other of new Set(input.notTheSame)) {
    if (!store.personById(other)) continue;
    const [one = id, two = other] = [id, other].toSorted();
    store.insertDismissal({ one, other: two, by: signedIn(deps), at: deps.now() });
  }
  appendEvent(deps, 'person-registered', { personId: id });
  const row = store.personById(id);
  if (row) putInOutbox(deps, personLine(deps, row, null));
  store.removeDraft(registrationKey(deps));
}
