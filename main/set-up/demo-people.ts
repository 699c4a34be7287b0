import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Registration } from '#contract/person.ts';
import { memberCardFrom, mod97CheckDigits } from '#domain/identifiers.ts';
import type { MemberCard, PersonId } from '#domain/ids.ts';
import { addDays, day } from '#domain/time.ts';
import { writeWhole } from '#drivers/keystore/write-durably.ts';
import { todayAtSite } from '../today.ts';
import type { Deps } from '../deps.ts';
import { sealedCard, writeCard } from '../person/write-card.ts';
import { openEntitlement } from '../referral/open-entitlement.ts';
import { registerPerson } from '../person/register-person.ts';
import { demoTeam } from './demo-team.ts';

const people: readonly (readonly [first: string, name: string, born: string])[] = [
  ['Fatoumata', 'Diallo', '1988-04-12'],
  ['Karim', 'Benali', '1979-11-03'],
  ['Ana', 'Popescu', '1995-07-21'],
  ['Minh', 'Nguyen', '1967-02-15'],
  ['Ousmane', 'Ba', '2001-09-09'],
  ['Léa', 'Lefebvre', '1990-12-30'],
];
const withoutRights = 1;

const listName = 'demonstration.json';

/** The list is written last: without it, a start was ended before everybody was there. */
export const demoPeopleMissing = (deps: Deps): boolean =>
  deps.demo && !existsSync(join(deps.dataFolder, listName));

/**
 * A few fictitious people with their cards, registered through the same calls as anybody. Whoever an earlier start
 * that was ended registered already keeps what they have and gets the rest.
 */
export async function registerDemoPeople(deps: Deps): Promise<void> {
  const manager = demoTeam.find((one) => one.role === 'manager');
  deps.desk.operator = manager?.code ?? null;
  const cards: MemberCard[] = [];
  for (const [index, one] of people.entries()) {
    const card = memberCardFrom(String(1_108_230 + index));
    const personId = deps.store.personOfCard(card) ?? (await withCard(deps, one, card));
    cards.push(card);
    if (index < people.length - withoutRights) await openRights(deps, personId, index);
  }
  deps.desk.operator = null;
  const { sims, devices, phones } = deps.reference().body.units;
  const toScan = {
    cards,
    sims,
    devices: devices.map((one) => one.label),
    phones: phones.map((one) => one.imei),
    recoveryKey: Buffer.from(deps.keystore.read('demo-recovery') ?? []).toString('utf8'),
  };
  writeWhole(join(deps.dataFolder, listName), Buffer.from(`${JSON.stringify(toScan, null, 2)}\n`));
}

async function withCard(
  deps: Deps,
  [firstNames, birthName, born]: (typeof people)[number],
  card: MemberCard,
): Promise<PersonId> {
  const sealed = await sealedCard(deps, card);
  // One transaction: nobody is left without the card by which the next start would find them.
  return deps.store.transaction(() => {
    const registered = registerPerson(deps, {
      registration: plainRegistration(firstNames, birthName, born),
      notTheSame: [],
    });
    if (!registered.ok) throw new Error(`demonstration person refused: ${registered.refusal.kind}`);
    const { personId } = registered.value;
    writeCard(deps, personId, { card, sealed });
    return personId;
  });
}

async function openRights(deps: Deps, personId: PersonId, index: number): Promise<void> {
  if (deps.store.windowsOf(personId).length > 0) return;
  const number = `001-${String(index + 1).padStart(5, '0')}`;
  const claim = {
    proof: 'voucher' as const,
    number: `${number}-${mod97CheckDigits(number.replace('-', ''))}`,
    issuedOn: addDays(todayAtSite(deps), -10),
  };
  const opened = await openEntitlement(deps, { personId, claim, override: null });
  if (!opened.ok) throw new Error(`demonstration referral refused: ${opened.refusal.kind}`);
}

/** A form with what is asked of everybody, and nothing more. */
export const plainRegistration = (firstNames: string, birthName: string, born: string): Registration => ({
  birthName,
  usedName: '',
  firstNames,
  birth: { precision: 'day', day: day(born) },
  phone: '',
  language: 'fr',
  postcode: '75013',
  municipality: 'Paris',
  qpv: 'unknown',
  situation: null,
  contact: null,
  notice: { version: 'demo-1', language: 'fr' },
});
