import { expect, test } from 'vitest';
import type { SalePayload } from '#domain/sale.ts';
import { newSigningKey } from '#exchange/crypto.ts';
import { openDay, payloadsOf, sell, sku } from '#test/support/desk.ts';
import { read } from '#test/support/paper.ts';
import { testPoint } from '#test/support/point.ts';

test('the screen names products in its language, or in French where there is no other; what is signed is French', async () => {
  const point = await testPoint({
    headquarters: newSigningKey(),
    amend: (body) => ({
      ...body,
      catalogue: {
        ...body.catalogue,
        products: body.catalogue.products.map((one) =>
          one.sku === 'ATELIER' ? { ...one, labels: undefined } : one,
        ),
      },
    }),
  });
  await openDay(point);
  const named = async (product: string) => {
    const tile = (await point.done('tiles', {})).find((one) => one.sku === product);
    return [tile?.label, tile?.tab];
  };
  expect(await named('CHARGEUR')).toEqual(['Chargeur USB-C', 'Autres']);
  await point.done('chooseLanguage', { language: 'en' });
  expect(await named('CHARGEUR')).toEqual(['USB-C charger', 'Other']);
  expect(await named('ATELIER')).toEqual(['Atelier numérique (1 h 30)', 'Workshops']);
  const { lines } = await point.done('addProduct', { sku: sku('CHARGEUR') });
  expect(lines[0]?.label).toBe('USB-C charger');
  const { saleId } = await sell(point, { skus: ['CHARGEUR'] });
  expect(payloadsOf<SalePayload>(point, 'sale', 'sale')[0]?.lines[0]?.label).toBe('Chargeur USB-C');
  const { document } = await point.done('printTicket', { saleId });
  expect(read(document).join('\n')).toContain('Chargeur USB-C');
});
