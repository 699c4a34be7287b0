import { openBatch } from '#exchange/open-batch.ts';
import { sha256Hex, verifierFor } from '#exchange/crypto.ts';
import { importPlain } from '#hq/import/import-batch.ts';
import { copyRowsOf } from '#hq/import/rows.ts';
import { type CopyRows, type Store } from '#hq/store/store.ts';
import { type TestTill, liveDay, registered } from '#test/exchange/day.ts';
import { type TestNetwork, enrolled, newNetwork } from '#test/hq/network.ts';
import { openedStore, startPostgres } from '#test/hq/stores.ts';
import { compared, inTurns, timedMs } from './measure.ts';
import type { Bench } from './runner.ts';

const volumes = {
  full: { turns: { blocks: 11, turnsABlock: 1, warmUp: 1 }, sales: 2_000, persons: 300 },
  quick: { turns: { blocks: 2, turnsABlock: 1, warmUp: 0 }, sales: 20, persons: 5 },
} as const;

/** Decrypted bytes to commit, against a raw COPY of the same rows into the same tables, one connection. */
export async function benchHeadquarters(bench: Bench): Promise<void> {
  const { turns, sales, persons } = volumes[bench.volume];
  const postgres = await bench.ending(await startPostgres(), (one) => one.stop());
  const open = async (): Promise<Store> =>
    bench.ending(await openedStore({ databaseUrl: await postgres.newDatabase() }), (store) => store.close());
  const [store, bare] = [await open(), await open()];
  const network = await newNetwork(store);
  const till = await enrolled(network);
  const days = Array.from({ length: turns.warmUp + turns.blocks }, (_, nth) => {
    const { plain } = liveDay(till, soldBy(till, { nth, sales, persons }), people(nth, persons));
    return { plain, rows: rowsOf(till, plain) };
  });
  const dayOf = (nth: number): (typeof days)[number] => {
    const found = days[nth];
    if (!found) throw new Error(`there is no day ${nth}`);
    return found;
  };
  const took = await inTurns(
    {
      import: (nth) => timedMs(() => accepted(network, dayOf(nth).plain)),
      copy: (nth) => timedMs(() => copy(bare, dayOf(nth).rows)),
    },
    turns,
  );
  const rows = dayOf(0).rows.reduce((sum, one) => sum + one.count, 0);
  bench.measured(
    compared({
      what: 'headquarters import, share of the speed of a raw COPY',
      ours: took.import,
      reference: took.copy,
      as: 'speed',
      share: 0.5,
      bar: { least: 0.3 },
      detail: { rows },
    }),
  );
}

async function accepted(network: TestNetwork, plain: Uint8Array): Promise<void> {
  const { body } = await importPlain(network, plain, { fileSha256: sha256Hex(plain), address: null });
  if (body.status.kind !== 'accepted') throw new Error(`the batch was answered ${body.status.kind}`);
}

const soldBy = (
  till: TestTill,
  { nth, sales, persons }: { readonly nth: number; readonly sales: number; readonly persons: number },
) =>
  Array.from({ length: sales }, (_, index) => ({
    personId: `${till.till}-p${nth}-${index % persons}`,
    cents: 500,
  }));

const people = (nth: number, persons: number) =>
  Array.from({ length: persons }, (_, index) => registered(`PAR13-1-p${nth}-${index}`));

function rowsOf(till: TestTill, plain: Uint8Array): CopyRows[] {
  const verify = verifierFor(till.key.publicKey);
  const opened = openBatch(plain, (_keyId, text, signature) => verify(text, signature));
  if (!opened.ok) throw new Error(opened.refusal.kind);
  return copyRowsOf(opened.value);
}

/** The same rows into the same tables of another database, and nothing else. */
const copy = (bare: Store, rows: readonly CopyRows[]): Promise<void> =>
  bare.transaction(async (tx) => {
    for (const one of rows) await tx.copy(one);
  });
