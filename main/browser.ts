import { join } from 'node:path';
import { type Result, ok, refuse } from '#domain/result.ts';
import { fileKeystore } from '#drivers/keystore/file.ts';
import type { TillId } from '#domain/ids.ts';
import { reportTo } from './report.ts';
import type { StartLanguage } from './start/language.ts';
import { openTill, unexpected } from './start/open.ts';
import type { FolderNamed } from './start/ready.ts';
import { type StartRefusal, portRefusalOf } from './start/refusal.ts';
import { type BrowserShell, browserShell } from './shell/browser.ts';

export interface BrowserStart {
  readonly folder: string;
  readonly named: FolderNamed;
  readonly port: number;
  readonly pageFolder: string;
  readonly migrationsFolder: string;
  readonly demo: boolean;
  readonly language?: StartLanguage;
  /** Which till of a point that has several. */
  readonly till?: TillId;
  readonly version: string;
  /** Program of the threads beside the till; its source when nothing else is said. */
  readonly workerFile?: URL;
}

/** Opens the point in `folder` and serves it on the loopback. */
export async function startBrowser(start: BrowserStart): Promise<Result<BrowserShell, StartRefusal>> {
  const { folder, named, migrationsFolder, demo, version } = start;
  const kept = await openTill({
    folder,
    named,
    keystore: fileKeystore(join(folder, 'keys')),
    allowPlain: false,
    migrationsFolder,
    workerFile: start.workerFile ?? new URL('./work/worker.ts', import.meta.url),
    demo,
    version,
    ...(start.language ? { language: start.language } : {}),
    ...(start.till ? { till: start.till } : {}),
  });
  if (!kept.ok) return kept;
  try {
    const shell = await browserShell(kept.value, { port: start.port, pageFolder: start.pageFolder });
    return ok({
      ...shell,
      close: async () => {
        await shell.close();
        await kept.value.close();
      },
    });
  } catch (error) {
    await kept.value.close();
    return refuse(portRefusalOf(error, start.port) ?? unexpected(reportTo(folder, version), error));
  }
}
