import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { brandAs } from '#domain/ids.ts';
import { day } from '#domain/time.ts';
import { applicationIn } from '#test/support/application.ts';
import { type TillPage, twoTills } from '#test/support/two-tills.ts';

const manager = { operator: brandAs<never>('E03'), password: 'Cle-du-13e' };
const seller = { operator: brandAs<never>('E01'), password: 'Bonjour-13' };

async function open(page: TillPage, who = manager, float = 5): Promise<void> {
  await page.done('signIn', who);
  const count = { 1000: float };
  await page.done('openSession', { businessDay: day('2026-11-22'), count, dayConfirmed: true });
}

async function sellCharger(page: TillPage): Promise<string> {
  const basket = await page.done('addProduct', { sku: brandAs('CHARGEUR') });
  const tenders = [{ kind: 'cash' as const, cents: basket.totalCents }];
  const { saleId, totalCents: expectedTotalCents } = basket;
  return (await page.done('finishSale', { saleId, tenders, expectedTotalCents })).number;
}

test('a connection is of one till for as long as it lasts; with several, it names which', async () => {
  const { application, first, second } = await twoTills();
  const tills = ['PAR13-1', 'PAR13-2'];
  expect(application.tills()).toEqual(tills);
  expect(application.connect(null)).toEqual({ ok: false, refusal: { kind: 'till-not-named', tills } });
  expect(application.connect(brandAs('PAR13-3'))).toEqual({
    ok: false,
    refusal: { kind: 'till-unknown', till: 'PAR13-3', tills },
  });
  expect((await first.done('deskState', {})).till).toBe('PAR13-1');
  expect((await second.done('deskState', {})).till).toBe('PAR13-2');
});

test('each till has its operator, session, basket, numbers and head file', async () => {
  const { first, second, folder, application } = await twoTills();
  await open(first);
  expect((await second.done('deskState', {})).operator).toBeNull();
  expect(await second.call('basket', {})).toMatchObject({ refusal: { kind: 'not-signed-in' } });
  await second.done('signIn', seller);
  expect(await second.call('addProduct', { sku: brandAs('CHARGEUR') })).toMatchObject({
    refusal: { kind: 'no-session' },
  });
  const count = { 500: 4 };
  await second.done('openSession', { businessDay: day('2026-11-22'), count, dayConfirmed: true });
  await first.done('addProduct', { sku: brandAs('CHARGEUR') });
  expect((await second.done('basket', {})).lines).toEqual([]);
  expect(await sellCharger(second)).toBe('PAR13-2-2026-000001');
  await first.done('lock', {});
  expect((await second.done('deskState', {})).locked).toBe(false);
  expect((await second.done('deskState', {})).session).toMatchObject({ number: 1, floatCents: 2_000 });
  await application.close();
  expect(readdirSync(folder).filter((name) => name.endsWith('.heads'))).toEqual([
    'PAR13-1.heads',
    'PAR13-2.heads',
  ]);
  // Both are written to their end: neither notices anything at the next start.
  for (const till of ['PAR13-1', 'PAR13-2'] as const) {
    const again = await applicationIn(folder, {
      till: brandAs(till),
      now: () => brandAs('2026-11-22T11:00:00.000Z'),
    });
    if (!again.ok) throw new Error(again.refusal.kind);
    expect(await again.value.call('deskState', {})).toMatchObject({
      value: { till, integrity: { unread: 0 } },
    });
    await again.value.close();
  }
});

test('wrong passwords at one desk keep nobody waiting at the other', async () => {
  const { first, second } = await twoTills();
  for (let tries = 0; tries < 6; tries += 1)
    await first.call('signIn', { operator: seller.operator, password: 'wrong' });
  expect(await first.call('signIn', seller)).toMatchObject({ refusal: { kind: 'throttled' } });
  expect(await second.call('signIn', seller)).toMatchObject({ ok: true });
});

test('what one till changes is told to the other, but for its scanner and its paper', async () => {
  const { first, second } = await twoTills();
  await open(first);
  await second.done('signIn', seller);
  for (const page of [first, second]) page.told.length = 0;
  await sellCharger(first);
  await vi.waitFor(() => expect(first.told).toContain('print-jobs'));
  expect(second.told).toContain('stock');
  expect(second.told).toContain('basket');
  expect(second.told).not.toContain('print-jobs');
});

test('one desk practises while the other sells, each in its own folder', async () => {
  const { first, second, folder } = await twoTills();
  await open(first);
  await open(second, seller);
  await first.done('startTraining', {});
  expect(readdirSync(join(folder, 'training'))).toEqual(['PAR13-1']);
  expect(await sellCharger(second)).toBe('PAR13-2-2026-000001');
  expect(await second.done('deskState', {})).toMatchObject({ till: 'PAR13-2', training: null });
  await second.done('startTraining', {});
  expect((await first.done('deskState', {})).till).toBe('PAR13-901');
  expect((await second.done('deskState', {})).till).toBe('PAR13-902');
  await first.done('stopTraining', {});
  expect(readdirSync(join(folder, 'training'))).toEqual(['PAR13-2']);
  expect((await second.done('deskState', {})).training).not.toBeNull();
  expect(await sellCharger(first)).toBe('PAR13-1-2026-000001');
  await second.done('stopTraining', {});
  expect(existsSync(join(folder, 'training'))).toBe(false);
  expect(await sellCharger(second)).toBe('PAR13-2-2026-000002');
});

test('stock and the things of it are of the point: sold at one till, sold for the other', async () => {
  const { first, second } = await twoTills();
  await open(first);
  await open(second, seller);
  const device = 'PASM25-0100';
  const card = '4711082307';
  await first.done('scan', { readings: [card] });
  await first.done('scan', { readings: [device] });
  const basket = await first.done('basket', {});
  expect(basket.lines.map((line) => line.verdict)).toEqual(['allowed']);
  await first.done('finishSale', {
    saleId: basket.saleId,
    tenders: [{ kind: 'cash', cents: basket.totalCents }],
    expectedTotalCents: basket.totalCents,
  });
  // The same person at the other till: the same computer is sold already, and so is what they may have.
  await second.done('scan', { readings: [card] });
  const seen = await second.call('scan', { readings: [device] });
  const lines = (await second.done('basket', {})).lines;
  expect([seen.ok, lines.map((line) => line.verdict)]).toEqual([true, ['refused']]);
  await second.done('removeLine', { lineId: lines[0]?.lineId ?? brandAs('') });
  await second.done('scan', { readings: ['PASM25-0101'] });
  const [other] = (await second.done('basket', {})).lines;
  expect(other).toMatchObject({ verdict: 'refused', reasons: [{ code: 'quota-exceeded' }] });
});
