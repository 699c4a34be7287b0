import { expect, test } from 'vitest';
import { type CardId, type PersonId, brandAs } from '#domain/ids.ts';
import { cents } from '#domain/money.ts';
import { day } from '#domain/time.ts';
import { blindedReferral } from '#exchange/blinded.ts';
import { newSigningKey, signerFor, verifierAmong } from '#exchange/crypto.ts';
import { sealReference, yearlyKeyOf } from '#exchange/reference.ts';
import { takeReference } from '#main/exchange/take-reference.ts';
import { takePeople } from '#main/network/take-people.ts';
import { elsewhere, peopleBy, sealedEntry } from '#test/exchange/parts.ts';
import { memberCard, openDay, register, rowsOf, scan, voucher, voucherClaim } from '#test/support/desk.ts';
import { type TestPoint, publish01, testPoint } from '#test/support/point.ts';

const key = newSigningKey();
const stranger = brandAs<PersonId>('018f0000-0000-7000-8000-000000000001');

async function opened(): Promise<{
  point: TestPoint;
  take: (text: string) => ReturnType<typeof takePeople>;
}> {
  const point = await testPoint({ headquarters: key });
  await openDay(point);
  const context = { verify: verifierAmong([key]), site: brandAs<never>('PAR13') };
  return { point, take: (text) => takePeople(point.store, text, context) };
}

const topUp = (site = elsewhere) => ({
  site,
  family: brandAs<never>('topup'),
  units: 1,
  referenceCents: cents(2_000),
  on: day('2026-11-20'),
  forHousehold: false,
  replacement: null,
  walkIn: false,
});

test('what changed is added to what is held, and to nothing else', async () => {
  const { point, take } = await opened();
  const [first, second] = [
    await sealedEntry(key, memberCard(1), { networkId: stranger }),
    await sealedEntry(key, memberCard(2), { networkId: stranger }),
  ];
  expect(await take(peopleBy(key, { number: 3, cards: [first] }))).toEqual({ ok: true, value: 3 });
  const change = { number: 4, since: 3, cards: [second], forgotten: [first.id] };
  const other = peopleBy(key, { ...change, since: 2 });
  expect(await take(other)).toEqual({ ok: false, refusal: 'other-number' });
  expect(await take(peopleBy(newSigningKey(), change))).toEqual({ ok: false, refusal: 'bad-signature' });
  expect(await take(peopleBy(key, change))).toEqual({ ok: true, value: 4 });
  expect(rowsOf(point, 'SELECT id FROM network_card')).toEqual([{ id: second.id }]);
  // All of it again, from nothing: what is not told any more is gone.
  expect(await take(peopleBy(key, { number: 5, cards: [first] }))).toEqual({ ok: true, value: 5 });
  expect(rowsOf(point, 'SELECT id FROM network_card')).toEqual([{ id: first.id }]);
});

test('a replaced card opens nothing, and an entry put in another card’s place is not believed', async () => {
  const { point, take } = await opened();
  const entry = await sealedEntry(key, memberCard(1), { networkId: stranger });
  await take(peopleBy(key, { cards: [entry] }));
  expect(await scan(point, memberCard(1))).toMatchObject({ value: { to: 'basket' } });
  await take(peopleBy(key, { number: 2, since: 1, cards: [{ ...entry, sealed: null }] }));
  await point.deps.cards.refresh();
  await point.done('choosePerson', { personId: null, holdFirst: false });
  expect(await scan(point, memberCard(1))).toMatchObject({ refusal: { kind: 'card-replaced' } });
  const { id } = await sealedEntry(key, memberCard(2), { networkId: stranger });
  const swapped = brandAs<CardId>(id);
  point.store.saveNetworkCard(swapped, entry.sealed);
  expect(await scan(point, memberCard(2))).toMatchObject({ refusal: { kind: 'card-replaced' } });
});

test('what somebody of this point did elsewhere counts without their card, and goes with their name', async () => {
  const { point, take } = await opened();
  const personId = await register(point);
  const card = memberCard(5);
  await point.done('giveCard', { personId, card });
  await point.done('openEntitlement', { personId, claim: voucherClaim(7), override: null });
  const own = topUp(brandAs<never>('PAR13'));
  const entry = await sealedEntry(key, card, { networkId: personId, usage: [topUp(), own] });
  await take(peopleBy(key, { cards: [entry] }));
  await point.done('choosePerson', { personId, holdFirst: false });
  const left = async () =>
    (await point.done('basket', {})).left.find((one) => one.family === 'topup')?.before;
  // What the site did itself it knows: told again, it does not count twice.
  expect(await left()).toBe(1_000);
  expect(rowsOf(point, 'SELECT person_id FROM elsewhere')).toEqual([{ person_id: personId }]);
  point.store.eraseIdentity(personId);
  expect(rowsOf(point, 'SELECT person_id FROM elsewhere')).toEqual([]);
});

test('a voucher used elsewhere is refused until it is given back; one of our own is ours to say', async () => {
  const { point, take } = await opened();
  const blinded = (number: number): string =>
    blindedReferral(yearlyKeyOf(point.deps.reference().body), `voucher:${voucher(number)}`);
  const used = (number: number, site = elsewhere) => ({
    referral: blinded(number),
    on: day('2026-11-20'),
    site,
  });
  await take(peopleBy(key, { usedReferrals: [used(7), used(8, brandAs<never>('PAR13'))] }));
  const verdict = async (number: number) =>
    (await point.done('verifyReferral', { claim: voucherClaim(number), personId: null })).verdict;
  expect([await verdict(7), await verdict(8)]).toEqual(['refused', 'accepted']);
  await take(peopleBy(key, { number: 2, since: 1, freeReferrals: [blinded(7)] }));
  expect(await verdict(7)).toBe('accepted');
});

test('the reference that 0.1 left goes as soon as the next one is taken', async () => {
  const { point } = await opened();
  publish01(point, key, [
    {
      cardHash: '0'.repeat(64),
      networkId: stranger,
      initials: 'KB',
      birthYear: 1979,
      window: null,
      usage: [],
    },
  ]);
  point.deps.referenceChanged();
  const { before, cardSalt, ...body } = point.deps.reference().body;
  expect(before?.cards).toHaveLength(1);
  const sent = {
    ...body,
    number: body.number + 1,
    cardSalt: cardSalt ?? Buffer.alloc(32).toString('base64url'),
  };
  const text = sealReference(sent, { keyId: key.keyId, sign: signerFor(key.privateKey) });
  expect(takeReference(point.store, text, { verify: verifierAmong([key]), at: point.deps.now() }).ok).toBe(
    true,
  );
  expect(rowsOf(point, 'SELECT number FROM reference')).toEqual([{ number: sent.number }]);
});
