import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer } from '#contract/ipc.ts';
import { type Result, ok, refuse } from '#domain/result.ts';
import { type ArchiveRefusal, makeArchive } from '../archive/make.ts';
import type { Deps } from '../deps.ts';
import { madeFolder } from '../folder.ts';
import { appendEvent } from '../journal/append.ts';
import { closingsTable, eventsTable, salesTable } from './tables.ts';
import { inspectionReadme } from './readme.ts';

/**
 * "Dossier pour un contrôle": one folder with the whole archive and its signature, the same figures as tables that
 * any spreadsheet opens, and a README that says what each file is and how to check it. Nothing in it can change the
 * till.
 */
export async function makeInspection(
  deps: Deps,
  into: string,
): Promise<Result<Extract<Answer<'makeInspection'>, { ok: true }>['value'], ArchiveRefusal>> {
  const stamp = deps.now().replace(/[-:]/g, '').slice(0, 15);
  const folder = join(into, `controle-${deps.till}-${stamp}`);
  if (!madeFolder(folder)) return refuse({ kind: 'folder-unusable', folder });
  const archive = await makeArchive(deps, { period: 'all', folder });
  if (!archive.ok) return archive;
  const { fileName } = archive.value;
  const tables = {
    'clotures.csv': closingsTable(deps),
    'ventes.csv': salesTable(deps),
    'evenements.csv': eventsTable(deps),
    'LISEZMOI.txt': inspectionReadme(deps, fileName),
  };
  for (const [name, text] of Object.entries(tables)) writeFileSync(join(folder, name), text, { mode: 0o600 });
  deps.store.transaction(() => appendEvent(deps, 'export', { what: 'inspection', fileName }));
  return ok({
    folder,
    files: ['LISEZMOI.txt', fileName, `${fileName}.sig`, ...Object.keys(tables).slice(0, 3)],
  });
}
