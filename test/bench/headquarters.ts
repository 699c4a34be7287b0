import { openBatch } from '#exchange/batch-open.ts';
import { sha256Hex, verifierFor } from '#exchange/crypto.ts';
import { importPlain } from '#hq/import/import-batch.ts';
import { copyRowsOf } from '#hq/import/rows.ts';
import { type CopyRows, type Store } from '#hq/store/store.ts';
import { type TestTill, liveDay, person } from '#test/exchange/day.ts';
import { enrolled, newNetwork } from '#test/hq/network.ts';
import { openedStore, startPostgres } from '#test/hq/stores.ts';
import { type Measured, percentile, timedMs } from './measure.ts';

const rounds = 9;
const sales = 2_000;
const persons = 300;

/** Decrypted bytes to commit, against a raw COPY of the same rows into the same tables, one connection. */
export async function benchHeadquarters(): Promise<Measured[]> {
  const postgres = await startPostgres();
  try {
    const store = await openedStore({ databaseUrl: await postgres.newDatabase() });
    const bare = await openedStore({ databaseUrl: await postgres.newDatabase() });
    const measured = await compare(store, bare);
    await store.close();
    await bare.close();
    return measured;
  } finally {
    await postgres.stop();
  }
}

async function compare(store: Store, bare: Store): Promise<Measured[]> {
  const network = await newNetwork(store);
  const till = await enrolled(network);
  const times = { importMs: [] as number[], copyMs: [] as number[] };
  let rowCount = 0;
  for (let round = -1; round < rounds; round += 1) {
    const frozen = liveDay(till, soldBy(till, round), registered(round));
    const rows = rowsOf(till, frozen.plain);
    rowCount = rows.reduce((sum, one) => sum + one.count, 0);
    const copyMs = await timedMs(() => copy(bare, rows));
    const arrival = { fileSha256: sha256Hex(frozen.plain), address: null };
    let kind = '';
    const importMs = await timedMs(async () => {
      const { body } = await importPlain(network, frozen.plain, arrival);
      kind = body.status.kind;
    });
    if (kind !== 'accepted') throw new Error(`the batch was answered ${kind}`);
    if (round < 0) continue;
    times.importMs.push(importMs);
    times.copyMs.push(copyMs);
  }
  const [importMs, copyMs] = [percentile(times.importMs, 0.5), percentile(times.copyMs, 0.5)];
  return [
    {
      what: 'headquarters import, share of the speed of a raw COPY',
      value: copyMs / importMs,
      unit: 'ratio',
      bar: { least: 0.3 },
      detail: { importMs, copyMs, rows: rowCount },
    },
  ];
}

const soldBy = (till: TestTill, round: number) =>
  Array.from({ length: sales }, (_, index) => ({
    personId: `${till.till}-p${round}-${index % persons}`,
    cents: 500,
  }));

const registered = (round: number) =>
  Array.from({ length: persons }, (_, index) => person(`PAR13-1-p${round}-${index}`));

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
