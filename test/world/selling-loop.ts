// A till that sells as fast as it can until it is killed. Each line it writes is something it has answered.
import { writeSync } from 'node:fs';
import { type Sku, brandAs } from '#domain/ids.ts';
import { cents } from '#domain/money.ts';
import { demonstrationTill } from '#test/support/application.ts';

const [folder = '', most = '1000000'] = process.argv.slice(2);
const say = (...words: readonly (string | number)[]): void => void writeSync(1, `${words.join(' ')}\n`);

const { done, close } = await demonstrationTill(folder);

await done('signIn', { operator: brandAs('E01'), password: 'Bonjour-13' });
const state = await done('deskState', {});
if (!state.session) {
  const { businessDay } = await done('openingProposal', {});
  await done('openSession', { businessDay, count: { 1000: 5 }, dayConfirmed: true });
}
const kept = await done('basket', {});
say('found', kept.saleId, kept.lines.length);
say('ready');

const charger = brandAs<Sku>('CHARGEUR');
for (let sold = 0; sold < Number(most); sold += 1) {
  let basket = await done('addProduct', { sku: charger });
  say('basket', basket.saleId, basket.lines.length);
  if (sold % 3 === 0) {
    basket = await done('addProduct', { sku: charger });
    say('basket', basket.saleId, basket.lines.length);
  }
  say('asking', basket.saleId);
  const finished = await done('finishSale', {
    saleId: basket.saleId,
    tenders: [{ kind: 'cash', cents: cents(basket.totalCents) }],
    expectedTotalCents: cents(basket.totalCents),
  });
  say('sold', finished.saleId, finished.number, finished.totalCents);
}
await close();
say('closed');
