import { expect, test } from 'vitest';
import { cash, openDay, register, sell, sims } from '#test/support/desk.ts';
import { type TestPoint, testPoint } from '#test/support/point.ts';
import { brandAs } from '#domain/ids.ts';

const view = async (point: TestPoint) => (await point.done('display', {})).view;

test('shows what is bought and saved, then thanks and the change, then nothing', async () => {
  const point = await testPoint();
  expect(await view(point)).toEqual({ state: 'welcome' });
  await openDay(point);
  await point.done('addProduct', { sku: brandAs('CHARGEUR') });
  expect(await view(point)).toEqual({
    state: 'basket',
    lines: [{ label: 'Chargeur USB-C', quantity: 1, totalCents: 1_500, referenceCents: 1_500 }],
    totalCents: 1_500,
    savingCents: 0,
    remainingCents: null,
  });
  const { saleId } = await point.done('basket', {});
  await point.done('abandonBasket', { saleId, reason: 'left' });
  expect(await view(point)).toEqual({ state: 'welcome' });
  await sell(point, { skus: ['CHARGEUR'], tenders: [cash(2_000)] });
  expect(await view(point)).toEqual({ state: 'thanks', totalCents: 1_500, savingCents: 0, changeCents: 500 });
  point.later(61_000);
  expect(await view(point)).toEqual({ state: 'welcome' });
});

test('tells nothing of a person, of a unit, or of a refusal', async () => {
  const point = await testPoint();
  await openDay(point);
  const personId = await register(point);
  await point.done('choosePerson', { personId, holdFirst: false });
  for (const sim of sims.slice(0, 2)) await point.done('scan', { readings: [sim] });
  const { lines } = await point.done('basket', {});
  expect(lines.map(({ verdict }) => verdict)).toContain('refused');
  const shown = await view(point);
  const said = JSON.stringify(shown);
  for (const secret of ['Fatoumata', 'Diallo', personId, 'refus', ...sims.slice(0, 2)])
    expect(said).not.toContain(secret);
  expect(shown).toMatchObject({
    state: 'basket',
    lines: lines.filter(({ verdict }) => verdict !== 'refused').map(({ label }) => ({ label })),
  });
});

test('is empty while the till is locked or left', async () => {
  const point = await testPoint();
  await openDay(point);
  await point.done('addProduct', { sku: brandAs('CHARGEUR') });
  await point.done('lock', {});
  expect(await view(point)).toEqual({ state: 'welcome' });
});
