// A till that sells and prints until it is killed. Each line it writes is a ticket that it has been told to print.
import { writeSync } from 'node:fs';
import { type Sku, brandAs } from '#domain/ids.ts';
import { cents } from '#domain/money.ts';
import { demonstrationTill } from '#test/support/application.ts';

const [folder = '', port = '', tickets = '0'] = process.argv.slice(2);
const say = (...words: readonly string[]): void => void writeSync(1, `${words.join(' ')}\n`);

const { done } = await demonstrationTill(folder);

await done('signIn', { operator: brandAs('E01'), password: 'Bonjour-13' });
const state = await done('deskState', {});
if (!state.session) {
  const { businessDay } = await done('openingProposal', {});
  await done('openSession', { businessDay, count: { 1000: 5 }, dayConfirmed: true });
  const profile = { profile: 'escpos-80mm', adjustment: {} };
  await done('choosePrinter', {
    printer: { kind: 'tcp', host: '127.0.0.1', port: Number(port), ...profile },
  });
}
for (let sold = 0; sold < Number(tickets); sold += 1) {
  const basket = await done('addProduct', { sku: brandAs<Sku>('CHARGEUR') });
  const sale = await done('finishSale', {
    saleId: basket.saleId,
    tenders: [{ kind: 'cash', cents: cents(basket.totalCents) }],
    expectedTotalCents: cents(basket.totalCents),
  });
  await done('printTicket', { saleId: sale.saleId });
  say('asked', sale.number);
}
say('ready');
// Lives on until it is killed: what waits is printed meanwhile.
setInterval(() => undefined, 1_000);
