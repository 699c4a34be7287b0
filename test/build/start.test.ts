import { chmodSync, existsSync, mkdirSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { temporaryFolder } from '#test/support/database.ts';
import { mayMount, smallDisk } from '#test/support/small-disk.ts';
import { startedTill } from '#test/support/started.ts';

// Each start is a process of its own: on a busy machine it takes its time.
vi.setConfig({ testTimeout: 300_000 });

/** What a start says that does not become a till: one line, and the exit code. */
async function refused(args: readonly string[], uid?: number): Promise<{ code: number | null; err: string }> {
  const { code, err } = await startedTill(args, uid === undefined ? {} : { uid, gid: uid }).ended;
  return { code, err };
}

const line = (text: string): { code: number; err: string } => ({ code: 1, err: `${text}\n` });

/** A start that becomes a till, ended as the desktop's session ends it. */
async function opens(args: readonly string[]): Promise<string> {
  const started = startedTill(args);
  const said = await started.saying(/^ready /m);
  started.child.kill('SIGTERM');
  return `${/^ready /m.test(said) ? 'ready' : said} ${(await started.ended).code}`;
}

const fullDisk = line(
  'Le disque de l’ordinateur est plein\u00A0: la caisse ne peut pas s’ouvrir. ' +
    'Libérez de la place (videz la corbeille, par exemple), puis réessayez. Rien n’est perdu.',
);

test.skipIf(!mayMount)('a full disk is said, and the till opens once there is room', async () => {
  const disk = smallDisk('4m');
  const data = join(disk.folder, 'point');
  expect(await opens(['--data', data, '--demo'])).toBe('ready 0');
  disk.fill();
  expect(await refused(['--data', data])).toEqual(fullDisk);
  disk.free();
  expect(await opens(['--data', data])).toBe('ready 0');
});

test.skipIf(!mayMount)(
  'a first start on a disk too small for it is finished by the next one',
  async () => {
    for (const size of ['600k', '750k', '900k']) {
      const disk = smallDisk(size);
      const data = join(disk.folder, 'point');
      const first = await refused(['--data', data, '--demo']);
      expect([size, first]).toEqual([size, fullDisk]);
      disk.remount('size=8m');
      expect([size, await opens(['--data', data, '--demo'])]).toEqual([size, 'ready 0']);
      expect([size, existsSync(join(data, 'demonstration.json'))]).toEqual([size, true]);
    }
  },
  180_000,
);

test.skipIf(!mayMount)('a read-only disk is said, and the till opens once it may be written', async () => {
  const disk = smallDisk('4m');
  const data = join(disk.folder, 'point');
  expect(await opens(['--data', data, '--demo'])).toBe('ready 0');
  disk.remount('ro');
  const said =
    'Si c’est une clé USB ou une carte, retirez sa protection en écriture, puis réessayez. Sinon redémarrez l’ordinateur.';
  const inPlace = `Rien ne peut être écrit dans le dossier des données\u00A0: ${data}. ${said}`;
  expect(await refused(['--data', data])).toEqual(line(inPlace));
  expect(await refused(['--data', `${data}2`, '--new'])).toEqual(line(inPlace.replace(data, `${data}2`)));
  disk.remount('rw');
  expect(await opens(['--data', data])).toBe('ready 0');
});

test.skipIf(process.getuid?.() !== 0)(
  'a folder of another account is said, in English when asked',
  async () => {
    const above = temporaryFolder();
    chmodSync(above, 0o755);
    const data = join(above, 'point');
    expect(await opens(['--data', data, '--new'])).toBe('ready 0');
    const said = line(
      `Your account may not write in the data folder: ${data}. ` +
        'Use the account the till is always opened with, or ask whoever looks after the computer, then try again.',
    );
    const nobody = 65_534;
    for (const mode of [0o700, 0o755]) {
      chmodSync(data, mode);
      expect([mode, await refused(['--data', data, '--lang', 'en'], nobody)]).toEqual([mode, said]);
    }
    // Open to all, and its keys still to their owner only.
    chmodSync(data, 0o777);
    expect(await refused(['--data', data, '--lang', 'en'], nobody)).toEqual(
      line(
        'The data do not open with the key found here: they come from another account or another computer, or their file is damaged. ' +
          'Use the account the till is always opened with. Otherwise delete nothing and call headquarters.',
      ),
    );
    chmodSync(data, 0o700);
    expect(await opens(['--data', data])).toBe('ready 0');
  },
);

test('a file in the place of the folder is said, and the till opens once it is gone', async () => {
  const data = join(temporaryFolder(), 'point');
  writeFileSync(data, '');
  const said = (path: string): ReturnType<typeof line> =>
    line(
      `Un fichier se trouve là où la caisse attend un dossier\u00A0: ${path}. ` +
        'Déplacez ou renommez ce fichier, ou choisissez un autre dossier, puis réessayez.',
    );
  expect(await refused(['--data', data])).toEqual(said(data));
  expect(await refused(['--data', join(data, 'below'), '--new'])).toEqual(said(join(data, 'below')));
  unlinkSync(data);
  expect(await opens(['--data', data, '--new'])).toBe('ready 0');
});

test('a link that leads nowhere is said, and followed once it leads somewhere', async () => {
  const folder = temporaryFolder();
  const data = join(folder, 'link');
  symlinkSync(join(folder, 'drive'), data);
  expect(await refused(['--data', data, '--demo'])).toEqual(
    line(
      `Le lien ${data} mène à un dossier qui n’existe pas. ` +
        'Branchez le disque où il mène, ou corrigez le lien, puis réessayez.',
    ),
  );
  mkdirSync(join(folder, 'drive'));
  expect(await opens(['--data', data, '--new'])).toBe('ready 0');
});

test('a path that the database cannot open is said by its length', async () => {
  const folder = temporaryFolder();
  const long = join(folder, ...Array.from({ length: 3 }, () => 'x'.repeat(200))).slice(0, 600);
  mkdirSync(long, { recursive: true });
  const tooLong = (signs: number): ReturnType<typeof line> =>
    line(
      `L’adresse du dossier des données est trop longue (${signs} signes). ` +
        'Choisissez un dossier moins profond, avec des noms plus courts.',
    );
  expect(await refused(['--data', long, '--new'])).toEqual(tooLong(600));
  expect(await refused(['--data', join(folder, 'y'.repeat(300)), '--new'])).toEqual(
    tooLong(folder.length + 301),
  );
  const longest = long.slice(0, 449);
  mkdirSync(longest, { recursive: true });
  expect(await opens(['--data', longest, '--new'])).toBe('ready 0');
});

test('a folder named by mistake makes nothing: neither itself, nor what is above it, nor a till in it', async () => {
  const folder = temporaryFolder();
  const data = join(folder, 'pont');
  expect(await refused(['--data', data])).toEqual(
    line(
      `Le dossier ${data} n’existe pas. Vérifiez son nom. Pour y installer une nouvelle caisse, ajoutez --new.`,
    ),
  );
  const deep = join(folder, 'a', 'b', 'c');
  expect(await refused(['--data', deep, '--new'])).toEqual(
    line(
      `Le dossier ${deep} est introuvable, et celui qui devrait le contenir aussi. ` +
        'Vérifiez son nom, ou branchez le disque ou la clé USB qui le contient, puis réessayez.',
    ),
  );
  expect(await refused(['--data', folder])).toEqual(
    line(
      `Le dossier ${folder} ne contient pas de caisse. ` +
        'Vérifiez son nom. Pour y installer une nouvelle caisse, ajoutez --new.',
    ),
  );
  expect([data, join(folder, 'a'), join(folder, 'point.db')].map((path) => existsSync(path))).toEqual([
    false,
    false,
    false,
  ]);
});

test('the till’s own folder, which nobody named, is made with all that is above it', async () => {
  const home = join(temporaryFolder(), 'a', 'b');
  const started = startedTill([], { env: { XDG_DATA_HOME: home, HOME: home } });
  expect(await started.saying(/^ready /m)).toMatch(/^ready /m);
  started.child.kill('SIGTERM');
  expect((await started.ended).code).toBe(0);
  expect(existsSync(join(home, 'comptoir-browser', 'point.db'))).toBe(true);
  rmSync(home, { recursive: true });
});

test('a port that another program holds is named, and taken once it is free', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  const data = join(temporaryFolder(), 'point');
  expect(await refused(['--data', data, '--new', '--port', String(port)])).toEqual(
    line(
      `Le port ${port} est déjà pris par un autre programme. ` +
        'Choisissez un autre numéro après --port, ou retirez --port\u00A0: Comptoir trouvera un port libre.',
    ),
  );
  await new Promise((resolve) => other.close(resolve));
  expect(await opens(['--data', data, '--port', String(port)])).toBe('ready 0');
});

test('what cannot be meant is said in the language asked for, with the options there are', async () => {
  const first = async (...args: string[]): Promise<readonly (string | number | null)[]> => {
    const { code, err } = await refused(args);
    const [said = '', title = '', ...options] = err.trimEnd().split('\n');
    return [code, said, title, options.length];
  };
  const fr = 'Options, après « -- » :';
  expect(await first('--prot', '80')).toEqual([
    1,
    'L’option «\u00A0--prot\u00A0» n’existe pas. Corrigez-la ou retirez-la.',
    fr,
    9,
  ]);
  expect(await first('--port', 'abc', '--lang=en')).toEqual([
    1,
    '“abc” is not a port number. Give a number between 1 and 65535, or leave --port out: Comptoir finds a free one.',
    'Options, after “--”:',
    9,
  ]);
  expect(await first('--port', '70000')).toMatchObject([1, expect.stringContaining('70000'), fr, 9]);
  expect(await first('--data')).toEqual([
    1,
    'Il manque quelque chose après --data. Complétez-la ou retirez-la.',
    fr,
    9,
  ]);
  expect(await first('--demo=false')).toEqual([
    1,
    'L’option --demo s’écrit seule, sans «\u00A0=\u00A0». Corrigez-la ou retirez-la.',
    fr,
    9,
  ]);
  expect(await first('--lang', 'de')).toEqual([
    1,
    'Comptoir ne parle pas «\u00A0de\u00A0». Choisissez --lang fr ou --lang en.',
    fr,
    9,
  ]);
  expect(await first('demo')).toMatchObject([1, expect.stringContaining('«\u00A0demo\u00A0»'), fr, 9]);
});

test('--help lists the options and starts nothing', async () => {
  const { code, out, err } = await startedTill(['--help', '--lang', 'en']).ended;
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('--data DIR');
  expect(out).not.toContain('starting');
});

test.skipIf(process.getuid?.() !== 0)(
  'on port 80 a browser leaves the port out, and is answered',
  async () => {
    const data = join(temporaryFolder(), 'point');
    const started = startedTill(['--data', data, '--new', '--port', '80']);
    onTestFinished(() => void started.child.kill('SIGKILL'));
    const said = await started.saying(/^ready /m);
    const url = /^ready (\S+)$/m.exec(said)?.[1] ?? '';
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1\/\?k=/);
    const status = (host: string): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        const { pathname, search } = new URL(url);
        request({ host: '127.0.0.1', port: 80, path: pathname + search, headers: { host } }, (response) => {
          response.resume();
          resolve(response.statusCode);
        })
          .on('error', reject)
          .end();
      });
    expect([await status('127.0.0.1'), await status('127.0.0.1:80'), await status('evil.example')]).toEqual([
      303, 303, 421,
    ]);
  },
);
