import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BrowserWindow, app, powerMonitor } from 'electron';
import type { KeptTill } from './kept-till.ts';
import { type TillId, brandAs } from '#domain/ids.ts';
import { type Result, refuse } from '#domain/result.ts';
import { type Attempts, attempts } from './start/attempts.ts';
import { type StartLanguage, systemLanguage } from './start/language.ts';
import type { FolderNamed } from './start/ready.ts';
import type { StartRefusal } from './start/refusal.ts';
import { staysUp } from './start/stays-up.ts';
import { startSentence, startWords } from './start/words.ts';
import { electronShell } from './shell/electron.ts';
import { declareScheme } from './shell/pages.ts';

/** `--name=value` of the command line. */
const option = (name: string): string | undefined =>
  process.argv.find((one) => one.startsWith(`--${name}=`))?.slice(name.length + 3);
const till = option('till');
const has = (name: string): boolean => process.argv.includes(`--${name}`);

const asked = option('lang-choice');
const wished: StartLanguage | null = asked === 'fr' || asked === 'en' ? asked : null;
const language = wished ?? systemLanguage(process);
const demo = has('demo');
// For development runtimes whose SQLite cannot encrypt. A packaged till knows no such switch.
const allowPlain = !app.isPackaged && has('unencrypted-development-database');

declareScheme();
if (app.requestSingleInstanceLock()) void start();
else {
  console.log(startWords[language].alreadyHere);
  app.quit();
}

async function start(): Promise<void> {
  await app.whenReady();
  const folder = option('data') ?? join(app.getPath('userData'), demo ? 'demo' : 'point');
  const named: FolderNamed =
    option('data') === undefined ? 'by-nobody' : demo || has('new') ? 'new' : 'existing';
  if (allowPlain) console.log('The database of this development run is NOT encrypted.');
  const held = attempts(() =>
    openPoint(folder, named).catch((error: unknown) =>
      refuse({ kind: 'unexpected' as const, incident: keep(error) }),
    ),
  );
  const ends = ending(held);
  const version = app.getVersion();
  const keep = staysUp(process, { folder, version, tell: (incident) => shell.broke(incident) });
  const files = join(app.getAppPath(), 'out/app');
  const shell = electronShell(held, {
    pageFolder: join(files, 'renderer'),
    preload: join(files, 'preload/preload.cjs'),
    language,
    words: startWords[language],
    sentenceOf: (refusal) => {
      const sentence = startSentence(refusal, { language, folder });
      console.error(`${sentence.text} ${sentence.next}`);
      return sentence;
    },
    version,
    keep,
    onReady: () => console.log('ready electron'),
    onEnd: ends.end,
  });
  app.on('second-instance', ends.orAgain(shell.show));
  app.on('activate', shell.show);
  app.on('child-process-gone', (_event, { type, reason }) => {
    // Such a process is started again by itself; a page that it took along has its own word.
    if (reason !== 'clean-exit') keep(`${type} ${reason}`);
  });
}

/** Opens the point. Its code is loaded only here: the window does not wait for it. */
async function openPoint(folder: string, named: FolderNamed): Promise<Result<KeptTill, StartRefusal>> {
  const [{ openTill }, { electronKeystore }, { fileKeystore }] = await Promise.all([
    import('./start/open.ts'),
    import('#drivers/keystore/electron.ts'),
    import('#drivers/keystore/file.ts'),
  ]);
  const keys = join(folder, 'keys');
  return openTill({
    folder,
    named,
    keystore: electronKeystore(keys) ?? fileKeystore(keys),
    allowPlain,
    migrationsFolder: join(app.getAppPath(), 'db/migrations'),
    workerFile: pathToFileURL(join(app.getAppPath(), 'out/app/main/worker.js')),
    demo,
    version: app.getVersion(),
    ...(wished ? { language: wished } : {}),
    ...(till === undefined ? {} : { till: brandAs<TillId>(till) }),
  });
}

/**
 * The process ends with its window, whatever the point does, and the point is closed first: also when the desktop's
 * session ends, or somebody asks the process to.
 */
function ending(held: Attempts): {
  readonly end: () => void;
  /** What to do when the till is started again: the same process does it, or is followed by another one. */
  readonly orAgain: (show: () => void) => () => void;
} {
  let ended = false;
  const end = (): void => {
    if (ended) return;
    ended = true;
    const code = held.isOpen() ? 0 : 1;
    // From here on another start is another process: it waits for this one to let go of the folder.
    app.releaseSingleInstanceLock();
    const closed = held.close();
    for (const window of BrowserWindow.getAllWindows()) window.destroy();
    void closed.finally(() => app.exit(code));
  };
  app.on('before-quit', (event) => {
    event.preventDefault();
    end();
  });
  // `before-quit` does not come when the system goes down under Linux and macOS.
  powerMonitor.on('shutdown', end);
  return {
    end,
    orAgain: (show) => () => {
      if (ended) app.relaunch();
      else show();
    },
  };
}
