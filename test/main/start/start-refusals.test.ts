import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { version } from '#build/paths.ts';
import { fileKeystore } from '#drivers/keystore/file.ts';
import { reportTo } from '#main/report.ts';
import { systemLanguage } from '#main/start/language.ts';
import { openTill } from '#main/start/open.ts';
import { startRefusalOf } from '#main/start/refusal.ts';
import { startSentence, startWords } from '#main/start/words.ts';
import { applicationIn } from '#test/support/application.ts';
import { migrationsFolder, temporaryFolder } from '#test/support/database.ts';

const opening = (folder: string) =>
  openTill({
    folder,
    named: 'existing',
    keystore: fileKeystore(join(folder, 'keys')),
    allowPlain: false,
    migrationsFolder,
    workerFile: new URL('file:///none'),
    demo: false,
    version,
  });

/** A point that was set up and closed. */
async function closedPoint(): Promise<string> {
  const folder = temporaryFolder();
  const opened = await applicationIn(folder);
  if (!opened.ok) throw new Error(opened.refusal.kind);
  await opened.value.close();
  return folder;
}

test('a damaged database is said to be damaged, or not to open with this key; nothing of it is written', async () => {
  const folder = await closedPoint();
  const file = join(folder, 'point.db');
  const { size } = statSync(file);
  writeFileSync(file, new Uint8Array(size).fill(0x5a));
  expect(await opening(folder)).toEqual({ ok: false, refusal: { kind: 'other-keystore' } });
  rmSync(file);
  mkdirSync(file);
  expect(await opening(folder)).toEqual({ ok: false, refusal: { kind: 'database-damaged' } });
});

test('a folder that another till holds is waited for, then refused; let go of, it opens', async () => {
  const folder = temporaryFolder();
  const first = await applicationIn(folder);
  if (!first.ok) throw new Error(first.refusal.kind);
  expect(await opening(folder)).toEqual({ ok: false, refusal: { kind: 'already-open' } });
  const waiting = opening(folder);
  await first.value.close();
  const second = await waiting;
  expect(second.ok).toBe(true);
  if (second.ok) await second.value.close();
});

test('what a start failed on is found among what caused it', () => {
  const folder = temporaryFolder();
  const coded = (code: string): Error => Object.assign(new Error('x'), { code });
  const kindOf = (error: unknown): string | null => startRefusalOf(error, folder)?.kind ?? null;
  expect(kindOf(new Error('query', { cause: coded('SQLITE_FULL') }))).toBe('disk-full');
  expect(['ENOSPC', 'EDQUOT'].map((code) => kindOf(coded(code)))).toEqual(['disk-full', 'disk-full']);
  expect(['EROFS', 'EACCES', 'EPERM'].map((code) => kindOf(coded(code)))).toEqual([
    'folder-read-only',
    'folder-not-ours',
    'folder-not-ours',
  ]);
  expect(['SQLITE_CORRUPT_VTAB', 'SQLITE_NOTADB'].map((code) => kindOf(coded(code)))).toEqual([
    'database-damaged',
    'database-damaged',
  ]);
  expect(['SQLITE_IOERR_READ', 'EIO'].map((code) => kindOf(coded(code)))).toEqual([
    'disk-failing',
    'disk-failing',
  ]);
  expect(kindOf(new TypeError('a bug'))).toBeNull();
});

test('a refusal is said in both languages, and French sets no sign at the head of a line', () => {
  const busy = { kind: 'port-busy', port: 80 } as const;
  expect(startSentence(busy, { language: 'fr', folder: '' }).next).toContain('--port\u00A0: Comptoir');
  expect(startSentence(busy, { language: 'en', folder: '' }).text).toBe(
    'Port 80 is taken by another program.',
  );
  expect(Object.keys(startWords.fr.refusals).toSorted()).toEqual(
    Object.keys(startWords.en.refusals).toSorted(),
  );
});

test('the system’s language is English only where it says so', () => {
  const spoken = (env: NodeJS.ProcessEnv, platform: NodeJS.Platform = 'linux'): string =>
    systemLanguage({ env, platform });
  expect([
    spoken({}),
    spoken({ LANG: 'C.UTF-8' }),
    spoken({ LANG: 'en_GB.UTF-8' }),
    spoken({ LANG: 'en_GB.UTF-8', LC_ALL: 'fr_FR.UTF-8' }),
    spoken({ LANG: 'de_DE.UTF-8' }),
  ]).toEqual(['fr', 'fr', 'en', 'fr', 'fr']);
});

test('incidents stay small: one full file, and the one before it', () => {
  const folder = temporaryFolder();
  const report = reportTo(folder, '0.1.0');
  const large = Object.assign(new Error('Fatoumata'), { code: 'SQLITE_FULL' });
  large.stack = `Error: Fatoumata\n    at sell (/home/fatoumata/comptoir/main/sale/sell.ts:1:2)\n${'    at x (y/z.ts:1:2)\n'.repeat(5_000)}`;
  for (let incident = 0; incident < 12; incident += 1) report(`a${incident}`, large);
  const sizes = ['incidents.log', 'incidents.1.log'].map((name) => statSync(join(folder, name)).size);
  expect(Math.max(...sizes)).toBeLessThan(512 * 1024);
});

test('an incident carries version, code and place, and no name of a person or an account', () => {
  const folder = temporaryFolder();
  const error = Object.assign(new Error('Fatoumata'), { code: 'SQLITE_FULL' });
  error.stack = 'Error: Fatoumata\n    at sell (file:///home/fatoumata/comptoir/main/sale/sell.ts:1:2)\n';
  reportTo(folder, '0.1.0')('a1b2c3d4', error);
  const [head = '', place = ''] = readFileSync(join(folder, 'incidents.log'), 'utf8').split('\n');
  expect(head.split(' ').slice(1)).toEqual(['a1b2c3d4', '0.1.0', 'Error', 'SQLITE_FULL']);
  expect(place).toBe('    at sell (sale/sell.ts:1:2)');
});
