import type { PersonFile } from '#contract/person.ts';
import type { Answer, Input } from '#contract/ipc.ts';
import { ok, refuse } from '#domain/result.ts';
import type { PersonId } from '#domain/ids.ts';
import type { Deps } from '../deps.ts';
import { signedIn } from '../access/signed-in.ts';
import { registrationOf } from './registration.ts';

const latest = 50;

/** Everything held on a person at the desk. Opening it is a logged read. */
export function personFile(deps: Deps, input: Input<'personFile'>): Answer<'personFile'> {
  const { store } = deps;
  const row = store.personById(input.personId);
  if (!row) return refuse({ kind: 'person-unknown' });
  store.insertRead({ at: deps.now(), operator: signedIn(deps), personId: row.id, act: input.act });
  return ok({
    personId: row.id,
    registration: registrationOf(row),
    registeredOn: row.registeredOn,
    cards: store.cardsOf(row.id).map(({ card, givenAt, active }) => ({ card, givenAt, active })),
    entitlements: entitlementsOf(deps, row.id),
    sales: store.salesOfPerson(row.id, latest).map((sale) => ({
      saleId: sale.id,
      number: sale.number,
      on: sale.businessDay,
      labels: store.linesOf(sale.id).map((line) => line.label),
      totalCents: sale.totalCents,
    })),
  });
}

function entitlementsOf(deps: Deps, personId: PersonId): PersonFile['entitlements'] {
  const { prescribers } = deps.reference().catalogue;
  return deps.store.windowsOf(personId).map((window) => {
    const use = deps.store.referralUse(window.referralKey);
    return {
      id: window.id,
      from: window.fromDay,
      until: window.untilDay,
      proof: use?.proof ?? 'letter',
      prescriber: prescribers.find((one) => one.id === use?.prescriberId)?.name ?? use?.prescriberId ?? '',
      underReserve: use?.underReserve ?? false,
    };
  });
}
