import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { pathToFileURL } from 'node:url';
import { systemLanguage } from '#main/start/language.ts';
import type * as Browser from '#main/browser.ts';
import type { FolderNamed } from '#main/start/ready.ts';
import type { StartRefusal } from '#main/start/refusal.ts';
import { startSentence, startWords } from '#main/start/words.ts';
import { electronBinary, startElectron } from './electron.ts';
import { type StartOptions, languageAmong, optionLines, readOptions } from './options.ts';
import { dataFolder, mainFolder, migrationsFolder, pageFolder, version } from './paths.ts';

// Only what is small is loaded before the first word: a slow machine takes seconds over the rest.
/** A drive that no longer answers keeps nobody from ending the till. */
const longestEndMs = 10_000;
const args = process.argv.slice(2);
const language = languageAmong(args) ?? systemLanguage(process);
const words = startWords[language];
const read = readOptions(args);
if (!read.ok) end(read.refusal, '');
else if (read.value.flags.has('help')) console.log(optionList());
else await start(read.value);

async function start(options: StartOptions): Promise<void> {
  console.log(words.starting);
  const { flags } = options;
  const demo = flags.has('demo');
  const data = options.data === null ? null : await named(options.data, flags);
  const electron = flags.has('browser') ? null : electronBinary(() => console.log(words.fetching));
  if (electron?.path)
    return startElectron(electron.path, {
      demo,
      data,
      language: options.language ?? undefined,
      till: options.till,
    });
  if (electron) console.log(`${words.openIn} (${words[electron.why ?? 'notFetched']}).`);
  const own = { folder: dataFolder(demo ? 'demo' : 'browser'), named: 'by-nobody' as const };
  return inBrowser(options, data ?? own);
}

interface Place {
  readonly folder: string;
  readonly named: FolderNamed;
}

/** The folder that was named, seen from where the command was typed; whoever sits there is asked before one is made. */
async function named(data: string, flags: StartOptions['flags']): Promise<Place> {
  const folder = resolve(process.env['INIT_CWD'] ?? '', data);
  if (flags.has('new') || flags.has('demo')) return { folder, named: 'new' };
  if (!process.stdin.isTTY) return { folder, named: 'existing' };
  const { refusedFolder } = await import('#main/start/ready.ts');
  const refused = refusedFolder(folder, 'existing');
  if (refused?.kind !== 'folder-missing' && refused?.kind !== 'folder-without-point')
    return { folder, named: 'existing' };
  const asking = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await asking.question(words.createHere(folder));
  asking.close();
  return { folder, named: words.yes.test(answer.trim()) ? 'new' : 'existing' };
}

/**
 * The built shell, not its source: a package of hundreds of files read one by one, and types taken out of the others,
 * cost 170 MB that the process never gives back.
 */
async function inBrowser(options: StartOptions, place: Place): Promise<void> {
  const [{ startBrowser }, { staysUp }] = await Promise.all([
    import(pathToFileURL(join(mainFolder, 'browser.js')).href) as Promise<typeof Browser>,
    import('#main/start/stays-up.ts'),
  ]);
  staysUp(process, { folder: place.folder, version, tell: (incident) => complain(words.goesOn(incident)) });
  const starting = startBrowser({
    ...place,
    port: options.port,
    pageFolder,
    migrationsFolder,
    demo: options.flags.has('demo'),
    ...(options.language ? { language: options.language } : {}),
    ...(options.till ? { till: options.till } : {}),
    version,
    workerFile: pathToFileURL(join(mainFolder, 'worker.js')),
  });
  // The end of the terminal, of the desktop's session, or Ctrl+C, also while it starts: the database is closed before
  // the process ends.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => void leave(starting));
  const started = await starting;
  if (!started.ok) return end(started.refusal, place.folder);
  console.log(`ready ${started.value.url}`);
  if (!options.flags.has('no-open')) openAddress(started.value.url);
  return undefined;
}

async function leave(starting: ReturnType<typeof Browser.startBrowser>): Promise<void> {
  setTimeout(() => process.exit(1), longestEndMs).unref();
  const started = await starting;
  if (started.ok) await started.value.close();
  process.exit(started.ok ? 0 : 1);
}

function end(refusal: StartRefusal, folder: string): void {
  complain(startSentence(refusal, { language, folder }));
  if (/^(?:option|port-unreadable|language)/.test(refusal.kind)) console.error(optionList());
  process.exitCode = 1;
  // Whatever may still be under way, it ends.
  setTimeout(() => process.exit(), 3_000).unref();
}

function complain({ text, next }: { readonly text: string; readonly next: string }): void {
  console.error(`${text} ${next}`);
}

function optionList(): string {
  return [words.options, ...optionLines(language)].join('\n');
}

/** Opens the address in the person's browser; where there is none, the printed line is enough. */
function openAddress(url: string): void {
  const [command, ...rest] =
    process.platform === 'win32'
      ? ['cmd', '/c', 'start', '', url]
      : process.platform === 'darwin'
        ? ['open', url]
        : ['xdg-open', url];
  const child = spawn(command ?? '', rest, { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}
