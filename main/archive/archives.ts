import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer } from '#contract/ipc.ts';
import { ok } from '#domain/result.ts';
import { archiveFolder } from './make.ts';
import { periodsOf } from './period.ts';
import type { Deps } from '../deps.ts';

/** Months and years that can be archived, and the archives that were made. */
export function archives(deps: Deps): Answer<'archives'> {
  const made = deps.store.archivesOf(deps.till);
  return ok({
    folder: archiveFolder(deps),
    periods: periodsOf(deps),
    archives: made.map(({ fileName, folder, period, madeAt, records, sizeBytes }) => ({
      fileName,
      folder,
      period,
      madeAt,
      records,
      sizeBytes,
      there: existsSync(join(folder, fileName)),
    })),
  });
}
