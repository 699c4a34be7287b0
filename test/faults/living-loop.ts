// A till that lives days as fast as it can until it is killed: sales, returns, closings, archives, backups. Each line
// it writes is something it has answered.
import { existsSync, readFileSync, renameSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { brandAs } from '#domain/ids.ts';
import { cents } from '#domain/money.ts';
import { instantFromMs } from '#domain/time.ts';
import { demonstrationTill } from '#test/support/application.ts';

const [folder = ''] = process.argv.slice(2);
const say = (...words: readonly (string | number)[]): void => void writeSync(1, `${words.join(' ')}\n`);

// The days of this till pass faster than those of the machine; where they have come to outlives a kill.
const clockFile = join(folder, 'clock');
let nowMs = existsSync(clockFile)
  ? Number(readFileSync(clockFile, 'utf8'))
  : Date.parse('2026-11-22T08:00:00Z');
function tomorrow(): void {
  nowMs = nowMs - (nowMs % 86_400_000) + 86_400_000 + 8 * 3_600_000;
  writeFileSync(`${clockFile}.new`, String(nowMs));
  renameSync(`${clockFile}.new`, clockFile);
}

const { done, call } = await demonstrationTill(folder, { now: () => instantFromMs((nowMs += 1_000)) });

const approval = { approver: brandAs<never>('E03'), password: 'Cle-du-13e' };
const random = (sides: number): number => Math.floor(Math.random() * sides);

async function sell(): Promise<void> {
  const basket = await done('addProduct', { sku: brandAs('CHARGEUR') });
  const tenders = [{ kind: 'cash' as const, cents: cents(basket.totalCents) }];
  const sold = await done('finishSale', {
    saleId: basket.saleId,
    tenders,
    expectedTotalCents: cents(basket.totalCents),
  });
  say('sold', sold.saleId, sold.number, sold.totalCents);
  if (random(4) > 0) return;
  const { lines } = await done('ticket', { saleId: sold.saleId });
  const [line] = lines;
  if (!line) return;
  const returnId = brandAs<never>(crypto.randomUUID());
  const back = await done('returnLines', {
    saleId: sold.saleId,
    returnId,
    lines: [{ lineId: line.lineId, quantity: 1, condition: 'faulty', as: 'refund', newUnit: null }],
    override: { approval, reason: 'essai' },
  });
  say('sold', returnId, back.number, -1);
}

async function close(): Promise<void> {
  const none = { cash: 'unknown', bankCard: 'unknown', structureCredit: 'unknown' } as const;
  say('closing');
  const closed = await done('closeSession', {
    cash: { 1000: 5 },
    cardCents: null,
    creditCount: null,
    reasons: none,
    floatLeft: { 1000: 5 },
    envelope: null,
    held: 'abandon',
    approval,
  });
  say('closed', closed.number, closed.batchNo);
}

/** Long work that nobody waits for: the next kill may fall in the middle of it. */
function longWork(): void {
  const what = random(6);
  if (what === 0) void call('makeArchive', { period: 'all', folder: null }).catch(() => undefined);
  if (what === 1) void call('makeBackup', {}).catch(() => undefined);
}

await done('signIn', { operator: brandAs('E03'), password: 'Cle-du-13e' });
say('ready');
for (;;) {
  const { session } = await done('deskState', {});
  if (session?.stale) await close();
  if (!session || session.stale) {
    const { businessDay } = await done('openingProposal', {});
    await done('openSession', { businessDay, count: { 1000: 5 }, dayConfirmed: true });
  }
  longWork();
  const sales = 1 + random(4);
  for (let sale = 0; sale < sales; sale += 1) await sell();
  await close();
  tomorrow();
  say('day', nowMs);
}
