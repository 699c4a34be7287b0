import type { TrainingTray } from '#contract/training.ts';
import { memberCardFrom } from '#domain/identifiers.ts';
import { type EntitlementId, type PersonId, type SessionId, brandAs } from '#domain/ids.ts';
import { cents } from '#domain/money.ts';
import { type Day, addDays, lastDayOfWindow } from '#domain/time.ts';
import type { ReferenceBody } from '#exchange/reference.ts';
import { todayAtSite } from '../today.ts';
import type { Deps } from '../deps.ts';
import { signedIn } from '../access/signed-in.ts';
import { writeCard } from '../person/write-card.ts';
import { writeWindow } from '../referral/write-window.ts';
import { appendEvent } from '../journal/append.ts';

const people = [
  { first: 'Camille', entitled: true },
  { first: 'Sacha', entitled: true },
  { first: 'Alex', entitled: false },
] as const;
const floatCents = cents(10_000);

/** Registers the people to practise with, opens the session, and says what lies on the tray. */
export function openPractice(deps: Deps, units: ReferenceBody['units']): TrainingTray {
  const on = todayAtSite(deps);
  const cards = people.map((one, index) => {
    const card = memberCardFrom(String(9_900_001 + index));
    deps.store.transaction(() => register(deps, { ...one, card, on }));
    return { name: `${one.first} F.`, card };
  });
  openSession(deps, on);
  const { products } = deps.reference().catalogue;
  const labelOf = (sku: string): string => products.find((one) => one.sku === sku)?.label ?? sku;
  const sim = products.find((one) => one.unit === 'iccid');
  return {
    people: cards,
    articles: [
      ...(sim ? units.sims.map((text) => ({ label: sim.label, text })) : []),
      ...units.phones.map(({ sku, imei }) => ({ label: labelOf(sku), text: imei })),
      ...units.devices.map(({ sku, label }) => ({ label: labelOf(sku), text: label })),
    ],
  };
}

function register(
  deps: Deps,
  who: {
    readonly first: string;
    readonly entitled: boolean;
    readonly card: ReturnType<typeof memberCardFrom>;
    readonly on: Day;
  },
): void {
  const id = brandAs<PersonId>(deps.newId());
  const by = signedIn(deps);
  deps.store.insertPerson({
    id,
    birthName: 'Formation',
    usedName: '',
    firstNames: who.first,
    birth: { precision: 'year', year: 1990 },
    birthYear: 1990,
    phone: '',
    language: 'fr',
    postcode: '',
    municipality: '',
    qpv: 'unknown',
    qpvOn: who.on,
    noticeVersion: 'training',
    noticeLanguage: 'fr',
    registeredOn: who.on,
    registeredBy: by,
  });
  writeCard(deps, id, { card: who.card, sealed: null });
  if (!who.entitled) return;
  const { policy } = deps.reference().catalogue;
  const from = addDays(who.on, -30);
  const window = {
    id: brandAs<EntitlementId>(deps.newId()),
    personId: id,
    from,
    until: lastDayOfWindow(from, policy.entitlementMonths),
    policyVersion: policy.version,
    families: '*' as const,
    referralKey: `training:${id}`,
    renewal: 0,
  };
  writeWindow(deps, window, from);
}

function openSession(deps: Deps, businessDay: Day): void {
  const id = brandAs<SessionId>(deps.newId());
  deps.store.transaction(() => {
    deps.store.insertSession({
      id,
      till: deps.till,
      number: 1,
      businessDay,
      openedAt: deps.now(),
      openedBy: signedIn(deps),
      floatCents,
      floatCount: { 2000: 2, 1000: 4, 500: 4 },
      saleSeqBefore: 0,
    });
    appendEvent(deps, 'opening', { sessionId: id, businessDay, floatCents, floatDifferenceCents: null });
  });
}
