import { describe, expect, test, vi } from 'vitest';
import type { MemberCard, PersonId } from '#domain/ids.ts';
import { brandAs } from '#domain/ids.ts';
import { issueReferralFor } from '#hq/issue-referral.ts';
import { type Calls, closeDay, form, memberCard, sell, voucherClaim } from '#test/support/desk.ts';
import { type TwoPoints, agreed, twoPoints } from '#test/world/two-points.ts';
import type { TillPage } from '#test/support/two-tills.ts';

// Two real points, one with two tills, and a real headquarters: what one desk knows of somebody, the other must know.
vi.setConfig({ testTimeout: 120_000 });

const karim = { birthName: 'Benali', firstNames: 'Karim' };

async function register(at: Calls, change: Parameters<typeof form>[0] = {}): Promise<PersonId> {
  return (await at.done('registerPerson', { registration: form(change), notTheSame: [] })).personId;
}

async function withCard(
  at: Calls,
  card: MemberCard,
  change: Parameters<typeof form>[0] = {},
): Promise<PersonId> {
  const personId = await register(at, change);
  await at.done('giveCard', { personId, card });
  return personId;
}

/** What a desk knows of the holder of a card: how they stand, and what is left to them. */
async function known(points: TwoPoints, at: TillPage, card: MemberCard) {
  const { session } = await at.done('deskState', {});
  if (session?.stale) await closeDay(at);
  if (!session || session.stale) await points.open(at);
  await at.done('scan', { readings: [card] });
  const { person, left, saleId } = await at.done('basket', {});
  await at.done('abandonBasket', { saleId, reason: 'other' }).catch(() => undefined);
  return {
    standing: person?.standing.kind,
    left: Object.fromEntries(left.map((one) => [one.family, one.before])),
  };
}

async function opened(): Promise<TwoPoints> {
  const points = await twoPoints();
  for (const page of [points.first, points.beside, points.other]) await points.open(page);
  return points;
}

const reopen = async (points: TwoPoints, ...pages: readonly TillPage[]): Promise<void> => {
  points.nextDay();
  for (const page of pages) await points.open(page);
};

describe('somebody of two points', () => {
  test('a referral used for the wrong person and given back the next day is free again, here and elsewhere', async () => {
    const points = await opened();
    const { first, other } = points;
    const wrong = await register(first);
    const claim = voucherClaim(11);
    const used = await first.done('openEntitlement', { personId: wrong, claim, override: null });
    await points.exchange(first, other);
    expect((await other.done('verifyReferral', { claim, personId: null })).reasons).toMatchObject([
      { code: 'referral-used' },
    ]);
    await reopen(points, first, other);
    await first.done('correctReferral', { entitlementId: used.entitlementId, approval: agreed });
    const right = await register(first, karim);
    expect(await first.done('verifyReferral', { claim, personId: right })).toMatchObject({ reasons: [] });
    await points.exchange(first, other);
    expect(await other.done('verifyReferral', { claim, personId: null })).toMatchObject({ reasons: [] });
    await reopen(points, first);
    await first.done('openEntitlement', { personId: right, claim, override: null });
  });

  test('a renewal that begins later hides no window that runs', async () => {
    const points = await opened();
    const { first, other } = points;
    const card = memberCard(21);
    const personId = await withCard(first, card);
    for (const number of [12, 13])
      await first.done('openEntitlement', { personId, claim: voucherClaim(number), override: null });
    await points.exchange(first);
    expect(await known(points, other, card)).toMatchObject({ standing: 'entitled', left: { topup: 3_000 } });
  });

  test('a sale that came back and was then put right counts for nobody, anywhere', async () => {
    const points = await opened();
    const { first, beside, other } = points;
    const cards = [memberCard(22), memberCard(23)] as const;
    const [wrong, right] = [await withCard(first, cards[0]), await withCard(first, cards[1], karim)];
    for (const [personId, number] of [
      [wrong, 14],
      [right, 15],
    ] as const)
      await first.done('openEntitlement', { personId, claim: voucherClaim(number), override: null });
    const { saleId } = await sell(first, { to: wrong, skus: ['RECH-20'] });
    const { lines } = await beside.done('ticket', { saleId });
    await beside.done('returnLines', {
      saleId,
      returnId: brandAs(crypto.randomUUID()),
      lines: lines.map(({ lineId }) => ({
        lineId,
        quantity: 1,
        condition: 'unopened',
        as: 'refund',
        newUnit: null,
      })),
      override: { approval: agreed, reason: 'erreur' },
    });
    await first.done('correctPerson', { saleId, personId: right, approval: agreed });
    // The till that took it back is heard first.
    await points.exchange(beside);
    await points.exchange(first);
    for (const card of cards) {
      expect(await known(points, other, card)).toMatchObject({
        standing: 'entitled',
        left: { topup: 3_000 },
      });
      expect(await known(points, beside, card)).toMatchObject({ left: { topup: 3_000 } });
    }
  });

  test('a card opens elsewhere what its referral covers, and no more', async () => {
    const points = await opened();
    const { first, other } = points;
    const card = memberCard(24);
    const personId = await withCard(first, card);
    const issued = await issueReferralFor(
      points.hq,
      {
        prescriberId: brandAs('P001'),
        initials: 'FD',
        birthYear: 1988,
        families: [brandAs('sim')],
        issuedOn: points.today(),
      },
      'test',
    );
    if (!issued.ok) throw new Error(issued.refusal.kind);
    await first.done('openEntitlement', {
      personId,
      claim: { proof: 'signed-code', code: issued.value.code },
      override: null,
    });
    await points.exchange(first);
    await other.done('scan', { readings: [card] });
    const { lines } = await other.done('addProduct', { sku: brandAs('RECH-20') });
    expect(lines[0]?.reasons).toEqual([{ code: 'family-not-referred', family: 'topup' }]);
  });

  test('what is given once without a referral is given once in all', async () => {
    const points = await opened();
    const { first, other } = points;
    const card = memberCard(25);
    const personId = await withCard(first, card);
    expect(await known(points, other, card)).toEqual({ standing: undefined, left: {} });
    await sell(first, { to: personId, skus: ['RECH-5'] });
    await points.exchange(first);
    expect(await known(points, other, card)).toMatchObject({ standing: 'walk-in-used' });
  });

  test('a window that was taken back never was', async () => {
    const points = await opened();
    const { first, other } = points;
    const card = memberCard(26);
    const personId = await withCard(first, card);
    const claim = voucherClaim(16);
    const { entitlementId } = await first.done('openEntitlement', { personId, claim, override: null });
    await points.exchange(first);
    await reopen(points, first);
    await first.done('correctReferral', { entitlementId, approval: agreed });
    await points.exchange(first);
    expect(await known(points, other, card)).toMatchObject({ standing: 'walk-in' });
    expect(await known(points, first, card)).toMatchObject({ standing: 'walk-in' });
  });

  test('a sale put right follows: file, tickets, what was saved and what is left', async () => {
    const points = await opened();
    const { first, other } = points;
    const cards = [memberCard(27), memberCard(28)] as const;
    const [wrong, right] = [await withCard(first, cards[0]), await withCard(first, cards[1], karim)];
    for (const [personId, number] of [
      [wrong, 17],
      [right, 18],
    ] as const)
      await first.done('openEntitlement', { personId, claim: voucherClaim(number), override: null });
    const { saleId, number } = await sell(first, { to: wrong, skus: ['RECH-20'] });
    await points.exchange(first);
    await reopen(points, first);
    await first.done('correctPerson', { saleId, personId: right, approval: agreed });
    const seen = async (personId: PersonId) => ({
      file: (await first.done('personFile', { personId, act: 'request' })).sales.map((one) => one.number),
      tickets: (await first.done('tickets', { text: '', personId })).map((one) => one.number),
    });
    expect(await seen(wrong)).toEqual({ file: [], tickets: [] });
    expect(await seen(right)).toEqual({ file: [number], tickets: [number] });
    await first.done('choosePerson', { personId: right, holdFirst: false });
    expect((await first.done('basket', {})).person).toMatchObject({ savingEverCents: 1_600 });
    const left = { [cards[0]]: 3_000, [cards[1]]: 1_000 };
    for (const card of cards)
      expect(await known(points, first, card)).toMatchObject({ left: { topup: left[card] } });
    await points.exchange(first);
    for (const card of cards)
      expect(await known(points, other, card)).toMatchObject({ left: { topup: left[card] } });
  });

  test('somebody registered at two points under one card is one person', async () => {
    const points = await opened();
    const { first, other } = points;
    const card = memberCard(29);
    const here = await withCard(first, card);
    const there = await withCard(other, card);
    await first.done('openEntitlement', { personId: here, claim: voucherClaim(19), override: null });
    await other.done('openEntitlement', { personId: there, claim: voucherClaim(20), override: null });
    await sell(first, { to: here, skus: ['RECH-20'] });
    await sell(other, { to: there, skus: ['RECH-5'] });
    await points.exchange(first, other);
    await reopen(points, first, other);
    for (const at of [first, other])
      expect(await known(points, at, card)).toMatchObject({ standing: 'entitled', left: { topup: 500 } });
  });
});
