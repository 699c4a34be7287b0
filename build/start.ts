import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { systemLanguage } from '#main/start/language.ts';
import type { FolderNamed } from '#main/start/ready.ts';
import type { StartRefusal } from '#main/start/refusal.ts';
import { startSentence, startWords } from '#main/start/words.ts';
import { electronBinary, startElectron } from './electron.ts';
import { type StartOptions, languageAmong, optionLines, readOptions } from './options.ts';
import { dataFolder, migrationsFolder, pageFolder, version } from './paths.ts';

// Only what is small is loaded before the first word: a slow machine takes seconds over the rest.
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
    return startElectron(electron.path, { demo, data, language: options.language ?? undefined });
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

async function inBrowser(options: StartOptions, place: Place): Promise<void> {
  const [{ startBrowser }, { staysUp }] = await Promise.all([
    import('#main/browser.ts'),
    import('#main/start/stays-up.ts'),
  ]);
  staysUp(process, { folder: place.folder, version, tell: (incident) => complain(words.goesOn(incident)) });
  const started = await startBrowser({
    ...place,
    port: options.port,
    pageFolder,
    migrationsFolder,
    demo: options.flags.has('demo'),
    ...(options.language ? { language: options.language } : {}),
    version,
  });
  if (!started.ok) return end(started.refusal, place.folder);
  const shell = started.value;
  console.log(`ready ${shell.url}`);
  if (!options.flags.has('no-open')) openAddress(shell.url);
  const stop = (): void => {
    void shell.close().finally(() => process.exit(0));
  };
  // The end of the terminal, of the desktop's session, or Ctrl+C: the database is closed before the process ends.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  return undefined;
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
