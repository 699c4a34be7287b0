import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importBatch } from '#hq/import/import-batch.ts';
import { rebuild } from '#hq/ledger/rebuild.ts';
import { rowsOf } from '#hq/store/store.ts';
import { firstDay, liveDay, registered, takenBack, windowOpened } from '#test/exchange/day.ts';
import { enrolled, keyOf, newNetwork, sealed } from './network.ts';
import { storeKinds, testStores } from './stores.ts';

const stores = testStores();
beforeAll(stores.start, 120_000);
afterAll(stores.stop, 60_000);

describe.each(storeKinds)('rights that batches tell, on %s', (kind) => {
  const network = async () => newNetwork(await stores.open(kind));

  test('a voucher used at two points on one day is flagged and both are kept', async () => {
    const deps = await network();
    const paris = await enrolled(deps, 'PAR13-1');
    const denis = await enrolled(deps, 'STD-1');
    for (const [index, till] of [paris, denis].entries())
      expect(
        (
          await importBatch(
            deps,
            await sealed(deps, liveDay(till, [], [windowOpened(`p-${index}`, { key: keyOf(deps) })])),
            null,
          )
        ).body.status,
      ).toEqual({
        kind: 'accepted',
      });
    const flags = await rowsOf(deps.store.db, sql`SELECT till, kind, detail FROM flag`);
    expect(flags).toEqual([
      {
        till: 'STD-1',
        kind: 'referral-twice',
        detail: {
          referralKey: 'voucher:001-00007-98',
          otherTill: 'PAR13-1',
          otherOn: firstDay,
          sameDay: true,
        },
      },
    ]);
  });

  test('a window taken back at one till before another till told of its opening never was', async () => {
    const deps = await network();
    const [first, second] = [await enrolled(deps, 'PAR13-1'), await enrolled(deps, 'PAR13-2')];
    const back = await sealed(deps, liveDay(second, [], [takenBack('p-1')]));
    const opening = await sealed(
      deps,
      liveDay(first, [], [registered('p-1'), windowOpened('p-1', { key: keyOf(deps) })]),
    );
    for (const bytes of [back, opening])
      expect((await importBatch(deps, bytes, null)).body.status).toEqual({ kind: 'accepted' });
    const windows = sql`SELECT till, person_id AS person, taken_back AS back FROM entitlement`;
    const rows = [{ till: 'PAR13-1', person: 'p-1', back: true }];
    expect(await rowsOf(deps.store.db, windows)).toEqual(rows);
    await deps.store.transaction((tx) => rebuild(tx));
    expect(await rowsOf(deps.store.db, windows)).toEqual(rows);
  });

  test('a referral other than the one that was signed is not believed', async () => {
    const deps = await network();
    const till = await enrolled(deps);
    const told = windowOpened('p-1', { key: keyOf(deps) });
    const other = windowOpened('p-1', { voucher: 'voucher:001-00008-95' }).line;
    const line = {
      ...told.line,
      referralKey: other?.t === 'referral-used' ? other.referralKey : '',
    } as typeof other;
    const frozen = liveDay(till, [], [{ ...told, ...(line ? { line } : {}) }]);
    expect((await importBatch(deps, await sealed(deps, frozen), null)).body.status).toEqual({
      kind: 'quarantined',
      reason: 'corrupt',
    });
  });
});
