import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Browser from '#main/browser.ts';
import { electronBinary, startElectron } from './electron.ts';
import { readOptions } from './options.ts';
import { dataFolder, mainFolder, migrationsFolder, pageFolder, version } from './paths.ts';

const options = readOptions(process.argv.slice(2), {
  values: ['port', 'data', 'lang'],
  flags: ['demo', 'browser', 'no-open'],
});
const language = options.lang === 'en' || options.lang === 'fr' ? options.lang : undefined;

/**
 * The built shell, not its source: a package of hundreds of files read one by one, and types taken out of the others,
 * cost 170 MB that the process never gives back.
 */
async function inBrowser(): Promise<void> {
  const built = pathToFileURL(join(mainFolder, 'browser.js')).href;
  const { startBrowser } = (await import(built)) as typeof Browser;
  const shell = await startBrowser({
    folder: options.data ?? dataFolder(options.demo ? 'demo' : 'browser'),
    port: Number(options.port ?? 0),
    pageFolder,
    migrationsFolder,
    demo: options.demo === true,
    ...(language ? { language } : {}),
    version,
    workerFile: pathToFileURL(join(mainFolder, 'worker.js')),
  });
  console.log(`ready ${shell.url}`);
  if (!options['no-open']) openAddress(shell.url);
  const stop = (): void => {
    void shell.close().then(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

/** Opens the address in the person's browser; where there is none, the printed line is enough. */
function openAddress(url: string): void {
  const [command, ...args] =
    process.platform === 'win32'
      ? ['cmd', '/c', 'start', '', url]
      : process.platform === 'darwin'
        ? ['open', url]
        : ['xdg-open', url];
  const child = spawn(command ?? '', args, { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}

const electron = options.browser ? null : await electronBinary();
if (electron?.path)
  startElectron(electron.path, { demo: options.demo === true, data: options.data, language });
else {
  if (electron) console.log(`The till opens in the browser, because ${electron.why}.`);
  await inBrowser().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  });
}
