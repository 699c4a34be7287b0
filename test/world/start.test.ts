import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrationsFolder } from '#build/paths.ts';
import { storeOn } from '#db/store.ts';
import { fileKeystore } from '#drivers/keystore/file.ts';
import { memberCardFrom } from '#domain/identifiers.ts';
import { openPoint } from '#main/point.ts';
import { temporaryFolder } from '#test/support/database.ts';
import { type Started, startedTill } from '#test/support/started.ts';

const kills = Number(process.env['COMPTOIR_FAULTS'] ?? 5);
/** Longer than a first start takes, so that kills fall on every moment of it. */
const longestMs = 2_500;

async function kill({ child, ended }: Started): Promise<string> {
  child.kill('SIGKILL');
  const { out, err } = await ended;
  return out + err;
}

/** Cards of the demonstration's people that are somebody's, and how many of these have rights. */
function peopleIn(folder: string): {
  readonly cards: number;
  readonly entitled: number;
  readonly all: number;
} {
  const keystore = fileKeystore(join(folder, 'keys'));
  const point = openPoint({ folder, keystore, allowPlain: false, migrationsFolder });
  if (!point.ok) throw new Error(point.refusal.kind);
  const store = storeOn(point.value.db);
  const people = Array.from({ length: 6 }, (_, index) => memberCardFrom(String(1_108_230 + index)))
    .map((card) => store.personOfCard(card))
    .filter((id) => id !== undefined);
  const entitled = people.filter((id) => store.windowsOf(id).length === 1).length;
  const all = store.countOf('person');
  store.close();
  return { cards: people.length, entitled, all };
}

test(`kill −9 at ${kills} random moments of a first start: the next one says so at once, opens, and nobody is missing`, async () => {
  let slowestWordMs = 0;
  let slowestReadyMs = 0;
  for (let life = 0; life < kills; life += 1) {
    const folder = temporaryFolder();
    const args = ['--data', folder, '--demo'];
    const first = startedTill(args);
    await new Promise((resolve) => setTimeout(resolve, Math.random() * longestMs));
    await kill(first);
    const startedMs = performance.now();
    const next = startedTill(args);
    expect(await next.saying(/\n/)).toMatch(/^Comptoir démarre…\n/);
    slowestWordMs = Math.max(slowestWordMs, performance.now() - startedMs);
    expect(await next.saying(/^ready /m)).toMatch(/^ready http/m);
    slowestReadyMs = Math.max(slowestReadyMs, performance.now() - startedMs);
    await kill(next);
    expect(existsSync(join(folder, 'demonstration.json'))).toBe(true);
    expect(peopleIn(folder)).toEqual({ cards: 6, entitled: 5, all: 6 });
  }
  console.log(
    `The slowest first word came after ${Math.round(slowestWordMs)} ms, the slowest till after ${Math.round(slowestReadyMs)} ms.`,
  );
}, 3_600_000);

test(`kill −9 at ${kills} random moments of a morning’s start: the next one opens the same till`, async () => {
  const folder = temporaryFolder();
  const args = ['--data', folder, '--demo'];
  const first = startedTill(args);
  expect(await first.saying(/^ready /m)).toMatch(/^ready http/m);
  await kill(first);
  for (let life = 0; life < kills; life += 1) {
    const lived = startedTill(args);
    await new Promise((resolve) => setTimeout(resolve, Math.random() * longestMs));
    await kill(lived);
  }
  const last = startedTill(args);
  expect(await last.saying(/^ready /m)).toMatch(/^Comptoir démarre…\nready http/);
  await kill(last);
  expect(peopleIn(folder)).toEqual({ cards: 6, entitled: 5, all: 6 });
}, 3_600_000);
