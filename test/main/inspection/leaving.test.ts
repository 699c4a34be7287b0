import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pool } from '#verify/pool.ts';
import { verifyPath } from '#verify/index.ts';
import { applicationIn } from '../../support/application.ts';
import { temporaryFolder } from '../../support/database.ts';
import { closeDay, openDay, payloadsOf, register, rowsOf, sell } from '../../support/desk.ts';
import { read } from '../../support/documents.ts';
import { type TestPoint, testPoint } from '../../support/point.ts';

// What leaves a till and what is taken out of it, as docs/guides/sortir-les-donnees.md and
// docs/rgpd/durees-de-conservation.md say it.

async function aDay(): Promise<TestPoint> {
  const point = await testPoint();
  await openDay(point);
  await point.done('giveCard', { personId: await register(point), card: null });
  await sell(point, { skus: ['CHARGEUR'] });
  await closeDay(point);
  await point.signInAs('manager');
  return point;
}

test('the folder for an inspector holds the files of the guide, verifies, and names nobody', async () => {
  const point = await aDay();
  const { folder, files } = await point.done('makeInspection', { folder: temporaryFolder() });
  expect(readdirSync(folder).toSorted()).toEqual(files.toSorted());
  const guide = read('docs/guides/sortir-les-donnees.md');
  const tables = files.filter((file) => /\.(csv|txt)$/.test(file));
  expect(tables.filter((file) => !guide.includes(`\`${file}\``))).toEqual([]);
  expect(files.filter((file) => !tables.includes(file)).map((file) => file.replace(/^[^.]+/, ''))).toEqual([
    '.comptoir-archive',
    '.comptoir-archive.sig',
  ]);
  const threads = pool();
  const verdicts = await verifyPath({ path: folder, identity: null, key: null, linksOnly: false }, threads);
  await threads.close();
  expect(verdicts.map(({ first, word, till }) => ({ first, word, till }))).toEqual([
    { first: null, word: null, till: 'PAR13-1' },
  ]);
  const written = tables.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
  expect(written).not.toMatch(/Diallo|Fatoumata/);
});

test('an id put on the purge list is erased at the next start, and signed, which tells headquarters', async () => {
  const point = await aDay();
  const personId = String(rowsOf(point, 'SELECT id FROM person')[0]?.['id']);
  writeFileSync(join(point.folder, 'purge.txt'), `${personId}\n`);
  point.end();
  const started = await applicationIn(point.folder, {});
  if (!started.ok) throw new Error(started.refusal.kind);
  await started.value.close();
  const later = await testPoint({ folder: point.folder });
  const kept =
    'birth_name, used_name, first_names, birth_year, phone, situation, contact, postcode, language';
  expect(rowsOf(later, `SELECT ${kept} FROM person`)).toEqual([
    {
      birth_name: '',
      used_name: '',
      first_names: '',
      birth_year: null,
      phone: '',
      situation: null,
      contact: null,
      postcode: '75013',
      language: 'fr',
    },
  ]);
  expect(rowsOf(later, 'SELECT card FROM member_card')).toEqual([]);
  expect(payloadsOf(later, 'event', 'person-erased')).toEqual([{ operator: null, personId }]);
});
