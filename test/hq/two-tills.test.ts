import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SaleId, brandAs } from '#domain/ids.ts';
import { day, instant, instantFromMs, instantMs } from '#domain/time.ts';
import { commands } from '#hq/commands.ts';
import { boardOf } from '#hq/board/board.ts';
import { importBatch } from '#hq/import/import-batch.ts';
import { rowsOf } from '#hq/store/store.ts';
import { append, firstDay, freeze, liveDay } from '#test/exchange/day.ts';
import {
  approval,
  closeDay,
  devices,
  entitled,
  hour,
  openDay,
  register,
  sell,
  voucherClaim,
} from '#test/support/desk.ts';
import { type TestPoint, testPoint } from '#test/support/point.ts';
import { type TestNetwork, enrolled, frozenOf, newNetwork, sealed, takeIn } from './network.ts';
import { storeKinds, testStores } from './stores.ts';

const stores = testStores();
beforeAll(stores.start, 120_000);
afterAll(stores.stop, 60_000);

const reasons = { cash: 'unknown', bankCard: 'unknown', structureCredit: 'unknown' } as const;

async function twoDesks(): Promise<{ readonly first: TestPoint; readonly second: TestPoint }> {
  const first = await testPoint();
  const second = first.beside();
  await openDay(first);
  await openDay(second);
  return { first, second };
}

/** Sends the last closed day of a till; it has to be accepted. */
async function send(deps: TestNetwork, point: TestPoint): Promise<void> {
  const { body } = await importBatch(deps, await sealed(deps, frozenOf(point)), null);
  expect(body.status).toEqual({ kind: 'accepted' });
}

describe.each(storeKinds)('two tills of a point, at headquarters on %s', (kind) => {
  const network = async () => newNetwork(await stores.open(kind));

  test.each([['its sale'], ['what was put right and came back']])(
    'a sale put right, and brought back, at the other till counts the same when %s arrives first',
    async (arrivesFirst) => {
      const deps = await network();
      const { first, second } = await twoDesks();
      await takeIn(deps, first);
      const wrong = await entitled(first);
      const right = await register(first, { birthName: 'Benali', firstNames: 'Karim' });
      const { saleId, number } = await sell(first, { to: wrong, scans: [devices[0]], skus: ['RECH-5'] });
      const ticket = await second.done('ticket', { saleId });
      const topup = ticket.lines.find((one) => one.family === 'topup');
      await second.done('returnLines', {
        saleId,
        returnId: brandAs(crypto.randomUUID()),
        lines: [
          {
            lineId: brandAs(topup?.lineId ?? ''),
            quantity: 1,
            condition: 'unopened',
            as: 'refund',
            newUnit: null,
          },
        ],
        override: { approval, reason: 'erreur' },
      });
      await second.done('correctPerson', { saleId, personId: right, approval });
      await closeDay(first);
      await closeDay(second);
      const inOrder = arrivesFirst === 'its sale' ? [first, second] : [second, first];
      for (const at of inOrder) await send(deps, at);
      const usage = () =>
        rowsOf(
          deps.store.db,
          sql`SELECT u.till, s.number, s.person_id AS sold, u.person_id AS counted, u.family, u.units
            FROM usage AS u JOIN sale AS s ON s.till = u.till AND s.seq = u.seq ORDER BY u.till, u.seq, u.line_no`,
        );
      const counted = await usage();
      expect(counted).toEqual([
        { till: 'PAR13-1', number, sold: wrong, counted: right, family: 'topup', units: 1 },
        { till: 'PAR13-1', number, sold: wrong, counted: right, family: 'computer', units: 1 },
        expect.objectContaining({ till: 'PAR13-2', counted: right, family: 'topup', units: -1 }),
      ]);
      const here = first.store.usageOf(right).map(({ family, units, onDay }) => ({ family, units, onDay }));
      expect(here).toHaveLength(3);
      await deps.store.db.execute(sql`DELETE FROM usage WHERE units < 0`);
      expect(await commands['rebuild']?.(deps, [])).toEqual({
        lines: ['4 rows counted from the records, 1 of them otherwise than before'],
        code: 0,
      });
      expect(await usage()).toEqual(counted);
    },
  );

  test('what comes back at the other till is given back on the day it was taken', async () => {
    const deps = await network();
    const { first, second } = await twoDesks();
    await takeIn(deps, first);
    const buyer = await entitled(first);
    const { saleId } = await sell(first, { to: buyer, scans: [devices[0]] });
    for (const at of [first, second]) {
      await closeDay(at);
      await send(deps, at);
    }
    first.later(24 * hour);
    await openDay(second, day('2026-11-23'));
    const { lines } = await second.done('ticket', { saleId });
    await second.done('returnLines', {
      saleId,
      returnId: brandAs<SaleId>(crypto.randomUUID()),
      lines: lines.map(({ lineId }) => ({
        lineId,
        quantity: 1,
        condition: 'unopened',
        as: 'refund',
        newUnit: null,
      })),
      override: { approval, reason: 'essai' },
    });
    await closeDay(second, { reasons, approval });
    await send(deps, second);
    expect(
      await rowsOf(
        deps.store.db,
        sql`SELECT till, units, on_day::text AS on FROM usage WHERE person_id = ${buyer} ORDER BY till`,
      ),
    ).toEqual([
      { till: 'PAR13-1', units: 1, on: '2026-11-22' },
      { till: 'PAR13-2', units: -1, on: '2026-11-22' },
    ]);
  });

  test('a referral given back at the other till closes the window that it opened, and is not used twice', async () => {
    const deps = await network();
    const { first, second } = await twoDesks();
    await takeIn(deps, first);
    const wrong = await entitled(first);
    const right = await register(second, { birthName: 'Benali', firstNames: 'Karim' });
    const [window] = first.store.windowsOf(wrong);
    await second.done('correctReferral', { entitlementId: String(window?.id), approval });
    await second.done('openEntitlement', { personId: right, claim: voucherClaim(1), override: null });
    for (const at of [first, second]) {
      await closeDay(at);
      await send(deps, at);
    }
    const windows = await rowsOf(
      deps.store.db,
      sql`SELECT person_id AS "personId", taken_back AS "takenBack" FROM entitlement ORDER BY till`,
    );
    expect(windows).toEqual([
      { personId: wrong, takenBack: true },
      { personId: right, takenBack: false },
    ]);
    expect(await rowsOf(deps.store.db, sql`SELECT kind FROM flag`)).toEqual([]);
  });

  test('somebody registered at one till and given a card at the other is one person', async () => {
    const deps = await network();
    const { first, second } = await twoDesks();
    await takeIn(deps, first);
    const personId = await register(first);
    await second.done('giveCard', { personId, card: null });
    for (const at of [first, second]) {
      await closeDay(at);
      await send(deps, at);
    }
    expect(
      await rowsOf(
        deps.store.db,
        sql`SELECT p.till, p.person_id AS "personId", c.card_id IS NOT NULL AS card
          FROM person AS p LEFT JOIN card AS c ON c.person_id = p.person_id AND NOT c.replaced`,
      ),
    ).toEqual([{ till: 'PAR13-1', personId, card: true }]);
  });

  test('a till of another point puts nothing right here', async () => {
    const deps = await network();
    const here = await enrolled(deps, 'PAR13-1');
    const there = await enrolled(deps, 'MRS-1');
    await importBatch(deps, await sealed(deps, liveDay(here, [{ personId: 'p-1' }])), null);
    const headsBefore = there.heads;
    const payload = {
      correctionId: crypto.randomUUID(),
      of: 'PAR13-1-2026-000001',
      saleId: 'PAR13-1-sale-1',
      operator: 'E-1',
      approvedBy: null,
      reason: 'wrong-person',
      change: { what: 'person', from: 'p-1', to: 'p-9' },
    };
    const at = instantFromMs(instantMs(instant(`${firstDay}T10:00:00.000Z`)));
    const record = append(there, { chain: 'sale', type: 'correction', payload, at }, firstDay);
    const frozen = freeze(there, { businessDay: firstDay, headsBefore, records: [record] });
    const { body } = await importBatch(deps, await sealed(deps, frozen), null);
    expect(body.status).toEqual({ kind: 'accepted' });
    expect(await rowsOf(deps.store.db, sql`SELECT person_id AS "personId" FROM sale`)).toEqual([
      { personId: 'p-1' },
    ]);
  });

  test('a point on the board is as its worst till is, and each till stands by itself', async () => {
    const deps = await network();
    const tills = [await enrolled(deps, 'PAR13-1'), await enrolled(deps, 'PAR13-2')] as const;
    for (const till of tills)
      await importBatch(deps, await sealed(deps, liveDay(till, [{ cents: 100 }])), null);
    // The next day the first sends alone; the second sends the day after it, before that day itself.
    await importBatch(deps, await sealed(deps, liveDay(tills[0], [{ cents: 250 }])), null);
    liveDay(tills[1]);
    const late = await importBatch(deps, await sealed(deps, liveDay(tills[1])), null);
    expect(late.body.status).toEqual({ kind: 'gap', expected: 2 });
    const board = await boardOf(deps.store.db, instant('2026-11-05T12:00:00.000Z'), { days: 4 });
    const row = board.rows.find((one) => one.site === 'PAR13');
    const states = (cells: readonly { readonly day: string; readonly state: string }[] = []) =>
      cells.map((cell) => cell.state);
    expect(board.days).toEqual(['2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05']);
    expect(row?.tills.map((one) => [one.till, states(one.cells)])).toEqual([
      ['PAR13-1', ['received', 'received', 'silent', 'expected']],
      ['PAR13-2', ['received', 'closed-not-received', 'gap', 'expected']],
    ]);
    expect(states(row?.cells)).toEqual(['received', 'closed-not-received', 'gap', 'expected']);
    expect(row?.cells.map((cell) => cell.totalCents)).toEqual([200, 250, 0, 0]);
    expect(row?.silentSince).toBe('2026-11-04');
    expect(row?.tills.map((one) => [one.till, one.silentSince])).toEqual([
      ['PAR13-1', '2026-11-04'],
      ['PAR13-2', null],
    ]);
  });
});
