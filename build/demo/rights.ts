import { issueReferralFor } from '#hq/issue-referral.ts';
import { brandAs } from '#domain/ids.ts';
import { addDays } from '#domain/time.ts';
import type { Desk, Person } from './desk.ts';
import { register, voucher } from './people.ts';

export interface Travellers {
  /** Their referral covers SIM cards alone. */
  readonly limited: Person;
  /** Their next window is open already. */
  readonly renewed: Person;
  /** The voucher was first used for somebody else, and given back. */
  readonly atLast: Person;
}

/** A referral used for the wrong person and given back, one that covers SIM cards alone, one that renews rights. */
export async function rights(desk: Desk): Promise<Travellers> {
  const { world, tell } = desk;
  const { done, today } = world;
  const claim = { proof: 'voucher', number: voucher('002', 51), issuedOn: addDays(today, -5) } as const;
  const wrong = await register(desk, ['Idris', 'Sané', '1991-04-04'], null);
  const opened = await done('openEntitlement', { personId: wrong.personId, claim, override: null });
  await done('correctReferral', { entitlementId: opened.entitlementId, approval: null });
  const atLast = await register(desk, ['Tarek', 'Mansouri', '1982-02-20'], claim);
  tell(`Le bon ${claim.number} était pour Tarek, pas pour Idris : repris, il sert à Tarek.`);
  const issued = await issueReferralFor(
    world.hq,
    {
      prescriberId: brandAs('P002'),
      initials: 'YO',
      birthYear: 1996,
      families: [brandAs('sim')],
      issuedOn: today,
    },
    'demonstration',
  );
  if (!issued.ok) throw new Error(issued.refusal.kind);
  const code = { proof: 'signed-code', code: issued.value.code } as const;
  const limited = await register(desk, ['Yara', 'Ouattara', '1996-03-08'], code);
  tell('Yara est orientée pour une carte SIM seulement.');
  const renewed = await register(desk, ['Lina', 'Ferrand', '1975-10-10'], {
    ...claim,
    number: voucher('002', 52),
  });
  const next = { ...claim, number: voucher('002', 53) };
  const window = await done('openEntitlement', { personId: renewed.personId, claim: next, override: null });
  tell(`Lina renouvelle ses droits d’avance : les suivants courent jusqu’au ${window.until}.`);
  return { limited, renewed, atLast };
}
