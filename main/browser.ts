import { join } from 'node:path';
import { fileKeystore } from '#drivers/keystore/file.ts';
import { openApplication } from './application.ts';
import { reportTo } from './report.ts';
import { type BrowserShell, browserShell } from './shell/browser.ts';

export interface BrowserStart {
  readonly folder: string;
  readonly port: number;
  readonly pageFolder: string;
  readonly migrationsFolder: string;
  readonly demo: boolean;
  readonly language?: 'fr' | 'en';
  readonly version: string;
  /** Program of the threads beside the till; its source when nothing else is said. */
  readonly workerFile?: URL;
}

/** Opens the point in `folder` and serves it on the loopback. @throws with the reason when it cannot be opened. */
export async function startBrowser(start: BrowserStart): Promise<BrowserShell> {
  const { folder, migrationsFolder, demo, version } = start;
  const application = await openApplication({
    folder,
    keystore: fileKeystore(join(folder, 'keys')),
    allowPlain: false,
    migrationsFolder,
    workerFile: start.workerFile ?? new URL('./work/worker.ts', import.meta.url),
    demo,
    version,
    ...(start.language ? { language: start.language } : {}),
    report: reportTo(folder),
  });
  if (!application.ok) {
    const why = application.refusal.kind === 'already-open' ? 'it is open already' : application.refusal.kind;
    throw new Error(`The till in ${folder} cannot be opened: ${why}.`);
  }
  const shell = await browserShell(application.value, { port: start.port, pageFolder: start.pageFolder });
  return {
    ...shell,
    close: async () => {
      await shell.close();
      await application.value.close();
    },
  };
}
