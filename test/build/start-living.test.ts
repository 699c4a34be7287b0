import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { root } from '#build/paths.ts';
import { temporaryFolder } from '#test/support/database.ts';
import { startedTill } from '#test/support/started.ts';

// Each start is a process of its own: on a busy machine it takes its time.
vi.setConfig({ testTimeout: 300_000 });

test('what throws outside of any call is kept with a number and said, and the till goes on', async () => {
  const folder = temporaryFolder();
  const data = join(folder, 'point');
  const bug = join(folder, 'bug.mjs');
  writeFileSync(bug, 'process.on("SIGUSR2", () => setImmediate(() => { throw new Error("Fatoumata"); }));');
  const started = startedTill(['--data', data, '--demo'], {
    env: { NODE_OPTIONS: `--import=${bug}` },
  });
  const said = await started.saying(/^ready /m);
  started.child.kill('SIGUSR2');
  await started.saying(/numéro/);
  const [, incident = ''] =
    /^Un problème imprévu est arrivé \(numéro ([0-9a-f]{8})\)\. La caisse continue\./m.exec(started.said()) ??
    [];
  const log = readFileSync(join(data, 'incidents.log'), 'utf8');
  expect(log).toMatch(new RegExp(`^\\S+ ${incident} \\d+\\.\\d+\\.\\d+(?:-dev)? Error\n`));
  expect(log).not.toContain('Fatoumata');
  const answer = await fetch(/^ready (\S+)$/m.exec(said)?.[1] ?? '', { redirect: 'manual' });
  expect(answer.status).toBe(303);
  started.child.kill('SIGHUP');
  expect((await started.ended).code).toBe(0);
  expect(existsSync(join(data, 'point.db-wal'))).toBe(false);
});

test.skipIf(!existsSync('/usr/bin/script'))(
  'whoever sits at a terminal is asked before a till is set up in a folder that holds none',
  async () => {
    const folder = temporaryFolder();
    const answering = async (answer: string): Promise<string> => {
      const command = `"${process.execPath}" "${join(root, 'build/start.ts')}" --browser --no-open --data pont`;
      const child = spawn('script', ['-qec', command, '/dev/null'], {
        env: { ...process.env, LC_ALL: 'fr_FR.UTF-8', INIT_CWD: folder },
      });
      onTestFinished(() => void child.kill('SIGKILL'));
      let said = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        const before = said;
        said += text;
        // A terminal moves its cursor after the question.
        if (/\(oui\/non\)/.test(said) && !/\(oui\/non\)/.test(before)) child.stdin.write(`${answer}\n`);
        if (/ready http\S+\s/.test(said) && !/ready http\S+\s/.test(before)) child.stdin.write('\u0003');
      });
      await new Promise((resolve) => child.on('close', resolve));
      return said;
    };
    const asked = `Installer une nouvelle caisse dans ${join(folder, 'pont')} ? (oui/non)`;
    const no = await answering('non');
    expect(no).toContain(asked);
    expect(no).toContain('n’existe pas. Vérifiez son nom.');
    expect(existsSync(join(folder, 'pont'))).toBe(false);
    const yes = await answering('oui');
    expect(yes).toContain(asked);
    expect(yes).toContain('ready http');
    expect(existsSync(join(folder, 'pont', 'point.db'))).toBe(true);
  },
);
