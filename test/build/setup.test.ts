import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type BareProject, bareProject, ended, lock } from '#test/support/bare-project.ts';

const binding = 'node_modules/@node-rs/argon2/binding.node';
const installing = 'Installing packages (once, about a minute)…\n';

test('installs once, and the next command goes straight on', async () => {
  const project = bareProject();
  expect([await project.run('verify'), await project.run('verify'), project.npmRuns()]).toEqual([
    { code: 0, said: `${installing}ran\n` },
    { code: 0, said: 'ran\n' },
    ['ci whole'],
  ]);
});

test.each([
  ['leaves-out', '@node-rs/argon2 is missing'],
  ['broken', 'binding.node: file too short) is missing'],
])(
  'an install that npm calls done but %s a binding is not stamped, and is done again',
  async (mode, words) => {
    const project = bareProject();
    project.npm(mode);
    const half = await project.run('verify');
    expect({ code: half.code, names: half.said.includes(words), stamped: project.stamped() }).toEqual({
      code: 1,
      names: true,
      stamped: false,
    });
    project.npm('whole');
    expect(await project.run('verify')).toEqual({ code: 0, said: `${installing}ran\n` });
  },
);

test('a stamped install whose binding loads no more heals itself', async () => {
  const project = bareProject();
  await project.run('verify');
  writeFileSync(join(project.folder, binding), 'torn');
  expect(await project.run('verify')).toEqual({ code: 0, said: `${installing}ran\n` });
  expect(project.npmRuns()).toEqual(['ci whole', 'ci whole']);
});

test.each([
  [
    'nothing but packages',
    (project: BareProject) => rmSync(join(project.folder, 'node_modules/.comptoir-installed')),
  ],
  [
    'the stamp of an older way and a binding left out',
    (project: BareProject) => {
      writeFileSync(join(project.folder, 'node_modules/.comptoir-installed'), 'an older hash');
      rmSync(join(project.folder, 'node_modules/@node-rs'), { recursive: true });
    },
  ],
  [
    'its stamp and no Node',
    (project: BareProject) => rmSync(join(project.folder, 'node_modules/node'), { recursive: true }),
  ],
  [
    'the packages of another lock file',
    (project: BareProject) =>
      writeFileSync(join(project.folder, 'package-lock.json'), JSON.stringify({ ...lock, version: '2' })),
  ],
])('a folder with %s is installed again', async (_, spoil) => {
  const project = bareProject();
  await project.run('verify');
  spoil(project);
  expect(await project.run('verify')).toEqual({ code: 0, said: `${installing}ran\n` });
});

test('two commands at once install once, and the second says that it waits', async () => {
  const project = bareProject();
  project.npm('slow');
  const both = await Promise.all([project.run('verify'), project.run('verify')]);
  expect({
    codes: both.map((one) => one.code),
    ran: both.every((one) => one.said.endsWith('ran\n')),
    waited: both.filter((one) => one.said.includes('is already setting up this folder')).length,
    runs: project.npmRuns(),
  }).toEqual({ codes: [0, 0], ran: true, waited: 1, runs: ['ci slow'] });
});

test('what a killed command left half done is taken up, its turn and its install', async () => {
  const project = bareProject();
  project.npm('hangs');
  const killed = project.start('verify');
  await expect.poll(() => project.npmRuns().length, { timeout: 20_000 }).toBe(1);
  const [turn] = readdirSync(join(project.folder, 'out/setup'));
  const lines = (): string[] =>
    readFileSync(join(project.folder, 'out/setup', turn ?? ''), 'utf8')
      .trim()
      .split('\n');
  await expect.poll(() => lines().length).toBe(2);
  const npmPid = Number(lines()[1]?.split(' ')[0]);
  killed.kill('SIGKILL');
  project.npm('whole');
  // npm outlives whoever started it: its hands are still in the folder, so the next command waits for it.
  const next = project.run('verify');
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(project.npmRuns()).toEqual(['ci hangs']);
  process.kill(npmPid, 'SIGKILL');
  expect(await next).toEqual({
    code: 0,
    said: `Another command (process ${npmPid}) is already setting up this folder: waiting for it. If there is none, delete ${join(project.folder, 'out/setup')}.\n${installing}ran\n`,
  });
});

test('a command that is told to stop while it installs stops npm first', async () => {
  const project = bareProject();
  project.npm('hangs');
  const stopped = project.start('verify');
  const end = ended(stopped);
  await expect.poll(() => project.npmRuns().length, { timeout: 20_000 }).toBe(1);
  stopped.kill('SIGTERM');
  expect((await end).code).toBe(1);
  project.npm('whole');
  expect(await project.run('verify')).toEqual({ code: 0, said: `${installing}ran\n` });
});

const couldNot = 'The packages could not be installed: ';
test.each([
  [
    'ENOTFOUND',
    `${couldNot}this machine does not reach the place packages come from. Check the network, then run the same command again.`,
  ],
  [
    'ends-well-without-network',
    `${couldNot}this machine does not reach the place packages come from. Check the network, then run the same command again.`,
  ],
  ['ENOSPC', `${couldNot}the disk is full. Free 3 GB, then run the same command again.`],
  [
    'EACCES',
    `${couldNot}writing in /somewhere is not allowed. Give that folder to your account, then run the same command again.`,
  ],
  [
    'SELF_SIGNED_CERT_IN_CHAIN',
    `${couldNot}the place packages come from refuses this machine or is not trusted by it. Ask who keeps the network how npm should go through, then run the same command again.`,
  ],
  [
    'EWHATEVER',
    `npm error code EWHATEVER\nnpm error path /somewhere\n${couldNot}see above what the tool said, then run the same command again.`,
  ],
])('when npm ends with %s, one sentence says so, and the next command works', async (mode, words) => {
  const project = bareProject();
  project.npm(mode);
  expect(await project.run('verify')).toEqual({ code: 1, said: `${installing}${words}\n` });
  project.npm('whole');
  expect((await project.run('verify')).said).toBe(`${installing}ran\n`);
});

test('the sentence is French where French is asked for', async () => {
  const project = bareProject();
  project.npm('ENOSPC');
  expect((await project.run('verify', '--lang', 'fr')).said).toContain(
    'Les paquets n’ont pas pu être installés : le disque est plein. Libérez 3 Go, puis relancez la même commande.',
  );
});

test('a file where a folder must be made is named', async () => {
  const project = bareProject();
  writeFileSync(join(project.folder, 'out'), '');
  expect(await project.run('verify')).toEqual({
    code: 1,
    said: `${couldNot}${join(project.folder, 'out/setup')} cannot be made, something else is in its place. Take it away, then run the same command again.\n`,
  });
});
