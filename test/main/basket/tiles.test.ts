import { expect, test } from 'vitest';
import { type FamilyId, brandAs } from '#domain/ids.ts';
import { newSigningKey } from '#exchange/crypto.ts';
import type { ReferenceBody } from '#exchange/reference.ts';
import { entitled, openDay, sell, sims, sku } from '#test/support/desk.ts';
import { type TestPoint, testPoint } from '#test/support/point.ts';

const tileOf = async (point: TestPoint, of: string) =>
  (await point.done('tiles', {})).find((one) => one.sku === of);

async function published(change: (catalogue: ReferenceBody['catalogue']) => ReferenceBody['catalogue']) {
  const point = await testPoint({
    headquarters: newSigningKey(),
    amend: (body) => ({ ...body, catalogue: change(body.catalogue) }),
  });
  await openDay(point);
  return point;
}

test('a tile shows both prices and what may still be sold, not what was', async () => {
  const point = await testPoint();
  await openDay(point);
  expect(await tileOf(point, 'CARTE-35')).toEqual({
    sku: 'CARTE-35',
    family: 'sim',
    tab: 'Télécom',
    label: 'Carte prépayée SFR',
    unit: 'iccid',
    priceCents: 500,
    referenceCents: 3_500,
    stock: 20,
  });
  await sell(point, { to: await entitled(point), scans: [sims[0]] });
  expect(await tileOf(point, 'CARTE-35')).toMatchObject({ stock: 19 });
});

test('a site that sells some families has the tiles of those alone', async () => {
  const families = ['accessory', 'service'].map((one) => brandAs<FamilyId>(one));
  const point = await published((catalogue) => ({
    ...catalogue,
    sites: catalogue.sites.map((site) => ({ ...site, families })),
  }));
  expect((await point.done('tiles', {})).map((one) => one.sku)).toEqual(['CHARGEUR', 'ATELIER', 'CONSEIL']);
});

test('what has no price today has no tile', async () => {
  const point = await published((catalogue) => ({
    ...catalogue,
    priceLists: catalogue.priceLists.map(({ prices, ...list }) => {
      const { CHARGEUR: _none, ...rest } = prices;
      return { ...list, prices: rest };
    }),
  }));
  expect(await tileOf(point, 'CHARGEUR')).toBeUndefined();
  expect(await tileOf(point, 'ATELIER')).toMatchObject({ priceCents: 0 });
});

test('a label is read whatever its case, and a serial that is none says so', async () => {
  const point = await testPoint();
  await openDay(point);
  await point.done('choosePerson', { personId: await entitled(point), holdFirst: false });
  const typed = { sku: sku('PC-A'), text: ' pasm25-0100 ' };
  expect(await point.done('addUnit', typed)).toMatchObject({
    refusedCount: 0,
    lines: [{ sku: 'PC-A', unitText: 'PASM25-0100' }],
  });
  await point.signInAs('manager');
  const provenance = { donor: 'opérateur', tested: false, wiped: false } as const;
  const received = { sku: sku('CLE-4G'), text: 'clé n° 7', confirmed: false, provenance };
  expect(await point.call('receiveUnit', received)).toEqual({
    ok: false,
    refusal: { kind: 'unit-unreadable', reason: 'wrong-form' },
  });
});
