import type { ReferralClaimInput } from '#contract/referral.ts';
import { mod97CheckDigits } from '#domain/identifiers.ts';
import type { PersonId } from '#domain/ids.ts';
import { addDays } from '#domain/time.ts';
import { plainRegistration } from '#main/set-up/demo-people.ts';
import type { Desk, Person } from './desk.ts';

export const known: readonly (readonly [first: string, name: string, born: string])[] = [
  ['Fatoumata', 'Diallo', '1988-04-12'],
  ['Karim', 'Benali', '1979-11-03'],
  ['Ana', 'Popescu', '1995-07-21'],
  ['Minh', 'Nguyen', '1967-02-15'],
  ['Ousmane', 'Ba', '2001-09-09'],
  ['Léa', 'Lefebvre', '1990-12-30'],
  ['Rachid', 'Haddad', '1972-06-18'],
  ['Olena', 'Kovalenko', '1984-03-02'],
  ['Marie', 'Petit', '1959-10-27'],
];

/** Voucher `n` of a structure's booklet, with its check digits. */
export function voucher(prescriber: string, n: number): string {
  const digits = `${prescriber}${String(n).padStart(5, '0')}`;
  return `${prescriber}-${digits.slice(3)}-${mod97CheckDigits(digits)}`;
}

/** Registers somebody and gives a card; the window is opened with the claim, when there is one. */
export async function register(
  desk: Desk,
  who: readonly [first: string, name: string, born: string],
  claim: ReferralClaimInput | null,
): Promise<Person & { readonly personId: PersonId }> {
  const { world } = desk;
  const registration = plainRegistration(...who);
  await world.done('likePersons', { registration });
  const { personId } = await world.done('registerPerson', { registration, notTheSame: [] });
  if (claim) await world.done('openEntitlement', { personId, claim, override: null });
  const { card } = await world.done('giveCard', { personId, card: null });
  return { name: who[0], card, personId };
}

/** The people whom the point already knows, each with a voucher of a month ago. */
export async function registerKnown(desk: Desk): Promise<Person[]> {
  const issuedOn = addDays(desk.world.today, -30);
  const people: Person[] = [];
  for (const [index, who] of known.entries())
    people.push(
      await register(desk, who, { proof: 'voucher', number: voucher('001', index + 11), issuedOn }),
    );
  return people;
}
