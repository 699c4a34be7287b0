import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Answer, CallName, Input } from '#contract/ipc.ts';
import { fileKeystore } from '#drivers/keystore/file.ts';
import { brandAs } from '#domain/ids.ts';
import { cents } from '#domain/money.ts';
import { day } from '#domain/time.ts';
import { openPoint } from '#main/point.ts';
import { applicationIn } from '#test/support/application.ts';
import { migrationsFolder, temporaryFolder } from '#test/support/database.ts';

type Done = <N extends CallName>(
  name: N,
  input: Input<N>,
) => Promise<Extract<Answer<N>, { ok: true }>['value']>;

async function demonstration(): Promise<{
  readonly folder: string;
  readonly call: <N extends CallName>(name: N, input: Input<N>) => Promise<Answer<N>>;
  readonly done: Done;
  readonly rows: () => Record<string, number>;
}> {
  const folder = temporaryFolder();
  const keystore = fileKeystore(join(folder, 'keys'));
  const opened = await applicationIn(folder, { demo: true, now: () => brandAs('2026-11-22T10:00:00.000Z') });
  if (!opened.ok) throw new Error(opened.refusal.kind);
  onTestFinished(() => opened.value.close());
  const call = async <N extends CallName>(name: N, input: Input<N>): Promise<Answer<N>> =>
    (await opened.value.call(name, input)) as Answer<N>;
  const done: Done = async (name, input) => {
    const answer = await call(name, input);
    if (!answer.ok) throw new Error(`${name} refused: ${JSON.stringify(answer.refusal)}`);
    return answer.value;
  };
  const beside = openPoint({ folder, keystore, allowPlain: false, migrationsFolder });
  if (!beside.ok) throw new Error(beside.refusal.kind);
  const { $client: db } = beside.value.db;
  onTestFinished(() => {
    db.close();
  });
  const rows = (): Record<string, number> => {
    const tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all() as {
      name: string;
    }[];
    return Object.fromEntries(
      tables
        .filter(({ name }) => !name.startsWith('person_search'))
        .map(({ name }) => [
          name,
          (db.prepare(`SELECT count(*) AS count FROM "${name}"`).get() as { count: number }).count,
        ]),
    );
  };
  await done('signIn', { operator: brandAs('E02'), password: 'Stage-2026' });
  return { folder, call, done, rows };
}

async function opened(): Promise<Awaited<ReturnType<typeof demonstration>>> {
  const point = await demonstration();
  await point.done('takeOver', { operator: brandAs('E03'), password: 'Cle-du-13e' });
  await point.done('openSession', { businessDay: day('2026-11-22'), count: { 1000: 5 }, dayConfirmed: true });
  return point;
}

test('training sells, prints and closes; the real database gained two events and nothing else', async () => {
  const { done, rows, folder } = await opened();
  // The look at the journal that follows a start notes when it ended.
  await vi.waitFor(async () => expect((await done('integrity', {})).lastCheck).not.toBeNull());
  const before = rows();
  await done('startTraining', {});
  const { training, till } = await done('deskState', {});
  expect(till).toBe('PAR13-901');
  const card = training?.tray.people[0]?.card ?? '';
  const sim = training?.tray.articles[0]?.text ?? '';
  await done('scan', { readings: [card] });
  await done('scan', { readings: [sim] });
  const basket = await done('basket', {});
  expect(basket.lines.map((line) => line.verdict)).toEqual(['allowed']);
  const sold = await done('finishSale', {
    saleId: basket.saleId,
    tenders: [{ kind: 'cash', cents: cents(1_000) }],
    expectedTotalCents: basket.totalCents,
  });
  const { document } = await done('printTicket', { saleId: sold.saleId });
  expect(JSON.stringify(document)).toContain('FORMATION');
  expect(JSON.stringify(await done('xReport', { print: false }))).toContain('FORMATION');
  const closed = await done('closeSession', {
    cash: { 1000: 10, 500: 1 },
    cardCents: null,
    creditCount: null,
    reasons: { cash: null, bankCard: null, structureCredit: null },
    floatLeft: { 1000: 5 },
    envelope: null,
    held: 'keep',
    approval: null,
  });
  expect(JSON.stringify(closed.document)).toContain('FORMATION');
  const jobs = await done('printJobs', {});
  expect(jobs.every((job) => job.document.blocks.length > 0)).toBe(true);
  await done('stopTraining', {});
  expect((await done('deskState', {})).training).toBeNull();
  const after = rows();
  expect(after).toEqual({
    ...before,
    record: (before['record'] ?? 0) + 2,
    setting: (before['setting'] ?? 0) + 1,
  });
  const { events } = await done('events', {
    group: 'journal',
    operator: null,
    from: null,
    until: null,
    before: null,
  });
  expect(events.slice(0, 2).map((one) => one.type)).toEqual(['training-off', 'training-on']);
  expect(existsSync(join(folder, 'training'))).toBe(false);
});

test('a real card, a real article, headquarters and files are out of reach in training', async () => {
  const { call, done } = await opened();
  await done('startTraining', {});
  for (const text of ['4711082307', '89331000042000000005', 'PASM25-0100', '356938030010004'])
    expect(await call('scan', { readings: [text] }), text).toEqual({
      ok: false,
      refusal: { kind: 'training-real-scan' },
    });
  for (const name of ['makeBackup', 'sendNow', 'archives'] as const)
    expect(await call(name, {}), name).toEqual({ ok: false, refusal: { kind: 'not-in-training' } });
  expect(await call('startTraining', {})).toMatchObject({ refusal: { kind: 'training-already' } });
  await done('lock', {});
  await done('stopTraining', {});
  expect((await done('deskState', {})).locked).toBe(true);
  await done('unlock', { secret: 'Cle-du-13e' });
  expect(await call('stopTraining', {})).toMatchObject({ refusal: { kind: 'no-training' } });
});

test('training begins from an open session with nothing in the basket', async () => {
  const point = await demonstration();
  expect(await point.call('startTraining', {})).toMatchObject({ refusal: { kind: 'no-session' } });
  await point.done('takeOver', { operator: brandAs('E03'), password: 'Cle-du-13e' });
  await point.done('openSession', { businessDay: day('2026-11-22'), count: { 1000: 5 }, dayConfirmed: true });
  await point.done('addProduct', { sku: brandAs('CHARGEUR') });
  expect(await point.call('startTraining', {})).toMatchObject({ refusal: { kind: 'basket-in-use' } });
});
