import { expect, test } from 'vitest';
import { brandAs } from '#domain/ids.ts';
import { newSigningKey } from '#exchange/crypto.ts';
import { entitled, openDay, payloadsOf, phones, sell } from '#test/support/desk.ts';
import { publishAs, testPoint } from '#test/support/point.ts';

test('a ticket is reprinted as it was, whoever sells since, at whatever VAT and guarantee; so is a later return of it', async () => {
  const key = newSigningKey();
  const point = await testPoint({ headquarters: key });
  await openDay(point);
  const to = await entitled(point);
  const sale = await sell(point, { to, skus: ['CHARGEUR', 'RECH-5'], scans: [phones[0]] });
  const before = (await point.done('ticket', { saleId: sale.saleId })).document;
  const words = JSON.stringify(before);
  expect(words).toContain('Comptoir solidaire (association fictive)');
  expect(words).toContain('Garantie légale de conformité');
  publishAs(point.store, key, {
    at: point.deps.now(),
    amend: (body) => ({
      ...body,
      catalogue: {
        ...body.catalogue,
        policy: { ...body.catalogue.policy, guaranteeText: 'Autre garantie.' },
        sites: body.catalogue.sites.map((site) => ({
          ...site,
          name: 'Autre nom',
          legalName: 'Autre association',
          address: 'Ailleurs',
          siret: '00000000000000',
          vatRegime: 'taxed' as const,
          vatRates: { EXEMPT: 2_000 },
        })),
      },
    }),
  });
  point.deps.referenceChanged();
  expect((await point.done('ticket', { saleId: sale.saleId })).document).toEqual(before);
  const { lines } = await point.done('ticket', { saleId: sale.saleId });
  const back = await point.done('returnLines', {
    saleId: sale.saleId,
    returnId: brandAs(crypto.randomUUID()),
    lines: [{ lineId: lines[0]!.lineId, quantity: 1, condition: 'unopened', as: 'refund', newUnit: null }],
    override: null,
  });
  // What comes back names who takes it back now, and takes back the tax that was paid then: none.
  const [refund] = payloadsOf<{ seller: object; vat: object[] }>(point, 'sale', 'return');
  expect(refund).toMatchObject({
    seller: { name: 'Autre nom', legalName: 'Autre association', vatRegime: 'taxed' },
    vat: [{ code: 'EXEMPT', rateBasisPoints: 0, taxCents: 0 }],
  });
  expect((await point.done('ticket', { saleId: back.saleId })).document.title).toBe(back.number);
  expect((await point.done('ticket', { saleId: sale.saleId })).document).toEqual(before);
});
