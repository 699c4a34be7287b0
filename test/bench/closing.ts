import { join } from 'node:path';
import { type Sku, brandAs } from '#domain/ids.ts';
import { cents } from '#domain/money.ts';
import { type Measured, timedMs } from './measure.ts';
import { benchPoint } from './point.ts';

const sales = 500;

/** Closes a day of 500 sales: count compared, Z, day, batch sealed. */
export async function benchClosing(folder: string): Promise<Measured[]> {
  const point = await benchPoint(join(folder, 'closing'));
  for (let sold = 0; sold < sales; sold += 1) {
    const { saleId, totalCents } = await point.done('addProduct', { sku: brandAs<Sku>('CHARGEUR') });
    const tenders = [{ kind: 'cash' as const, cents: cents(totalCents) }];
    await point.done('finishSale', { saleId, tenders, expectedTotalCents: totalCents });
  }
  const counted = { cash: { 5000: 151 }, cardCents: null, creditCount: null };
  const checkMs = await timedMs(() => point.done('checkCount', counted));
  const closeMs = await timedMs(() =>
    point.done('closeSession', {
      ...counted,
      reasons: { cash: null, bankCard: null, structureCredit: null },
      floatLeft: { 1000: 5 },
      envelope: null,
      held: 'keep',
      approval: null,
    }),
  );
  await point.close();
  return [
    {
      what: 'close a day of 500 sales and seal its batch',
      value: closeMs / 1000,
      unit: 's',
      bar: { most: 2 },
      detail: { checkMs, closeMs },
    },
  ];
}
