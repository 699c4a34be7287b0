import { join } from 'node:path';
import { type Result, ok } from '#domain/result.ts';
import { type Instant, dayIn, instantFromMs } from '#domain/time.ts';
import { type Asked, makeFolder, readAsked } from './asked.ts';
import { type Outcome, commands } from './commands.ts';
import { askHolder, holdFolder } from './control.ts';
import { failureLines } from './failure.ts';
import { openHqKeys } from './keys.ts';
import type { ReferenceDeps } from './publish/reference.ts';
import { firstAccountName, makeFirstAccount } from './server/accounts.ts';
import { batchFilesIn } from './server/batch-files.ts';
import { startHeadquarters } from './server/start.ts';
import { openStore } from './open-store.ts';
import type { UpgradeRefusal } from './store/upgrade.ts';

export { startHeadquarters } from './server/start.ts';

const usage = [
  'hq serve [--port N] [--host H]            opens headquarters (page, tills)',
  'hq publish FILE                           new prices, products, structures',
  'hq enrol SITE TILL                        one-time code of a till',
  'hq enrol --request FILE [--out FILE]      the same by two files',
  'hq import FILE… [--answer DIR]            batches brought on a stick',
  'hq issue-referral --prescriber P001 --initials FD --year 1984 [--families sim+phone] [--on DAY]',
  'hq verify                                 every record signature not checked yet',
  'hq rebuild                                counts anew, from the records alone, what everybody took',
  'hq undo-upgrade                           the tables as they were before the last upgrade',
  'Options: --data DIR (keys, files and the embedded database); DATABASE_URL for PostgreSQL.',
];

const now = (): Instant => instantFromMs(Date.now());
/** Runs one command of headquarters. Resolves to the exit code; `serve` resolves when it is asked to stop. */
export async function main(argv: readonly string[]): Promise<number> {
  try {
    return await run(readAsked(argv));
  } catch (error) {
    const lines = failureLines(error);
    if (!lines) throw error;
    return print({ lines, code: 1 });
  }
}

async function run(asked: Asked): Promise<number> {
  if (asked.command === 'serve') return serve(asked);
  const command = commands[asked.command];
  if (!command) return print({ lines: usage, code: 1 });
  makeFolder(asked.folder);
  const answered = await askHolder(asked.folder, [asked.command, ...asked.args]);
  if (answered) return print(answered);
  const held = await holdFolder(asked.folder, () => Promise.reject(new Error('busy: try again in a moment')));
  try {
    const deps = await openDeps(asked.folder);
    if (!deps.ok) return print(notOpened(deps.refusal));
    try {
      return print(await command(deps.value, asked.args));
    } finally {
      await deps.value.store.close();
    }
  } finally {
    await held.release();
  }
}

async function openDeps(folder: string): Promise<Result<ReferenceDeps, UpgradeRefusal>> {
  const keys = await openHqKeys(folder, dayIn(now(), 'Europe/Paris'));
  const store = await openStore({ databaseUrl: process.env['DATABASE_URL'], folder, at: now() });
  return store.ok ? ok({ store: store.value, keys, now }) : store;
}

/** Why the database was not opened, and what to do. Nothing was touched. */
function notOpened(refusal: UpgradeRefusal): Outcome {
  if (refusal.kind === 'newer-database')
    return {
      lines: [
        'These data come from a newer version of Comptoir. Nothing was touched.',
        'Install the latest version, or put back the backup that belongs to this one.',
      ],
      code: 1,
    };
  const why = refusal.error instanceof Error ? refusal.error.message : String(refusal.error);
  return {
    lines: [
      `The data could not be brought to this version: ${why}`,
      'Nothing was changed. Install the version before, and report this sentence.',
    ],
    code: 1,
  };
}

async function serve(asked: Asked): Promise<number> {
  makeFolder(asked.folder);
  if (await askHolder(asked.folder, ['status']))
    return print({ lines: [`headquarters already runs on ${asked.folder}`], code: 1 });
  // Held before the database is opened: two processes on one PGlite folder would destroy it.
  let deps: ReferenceDeps | null = null;
  const held = await holdFolder(asked.folder, ([name = '', ...args]) => {
    const command = commands[name];
    if (!deps) return Promise.resolve({ lines: ['headquarters is starting'], code: 1 });
    if (name === 'undo-upgrade')
      return Promise.resolve({ lines: ['Headquarters runs on these tables: stop it first.'], code: 1 });
    return command ? command(deps, args) : Promise.resolve({ lines: [], code: 0 });
  });
  try {
    const opened = await openDeps(asked.folder);
    if (!opened.ok) return print(notOpened(opened.refusal));
    deps = opened.value;
    return await served(deps, asked);
  } finally {
    await held.release();
  }
}

/** Serves until it is asked to stop. */
async function served(deps: ReferenceDeps, { folder, port, host }: Asked): Promise<number> {
  const { store, keys } = deps;
  try {
    const password = await makeFirstAccount(store, now());
    // Said before anything else can fail: it is shown this once.
    if (password !== null) console.log(`first account: ${firstAccountName}  one-time password: ${password}`);
    const files = batchFilesIn(join(folder, 'batches'));
    const headquarters = await startHeadquarters({ store, keys, port, host, files });
    console.log(`ready ${headquarters.url}`);
    await stopAsked();
    await headquarters.close();
    return 0;
  } finally {
    await store.close();
  }
}

const stopAsked = (): Promise<void> =>
  new Promise((done) => {
    process.once('SIGINT', () => done());
    process.once('SIGTERM', () => done());
  });

function print(outcome: Outcome): number {
  for (const line of outcome.lines) console.log(line);
  return outcome.code;
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));
