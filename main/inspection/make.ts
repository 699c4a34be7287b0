import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer } from '#contract/ipc.ts';
import { type Result, ok, refuse } from '#domain/result.ts';
import { type ArchiveRefusal, makeArchive } from '../archive/make.ts';
import type { Deps } from '../deps.ts';
import { madeFolder } from '../folder.ts';
import { appendEvent } from '../journal/append.ts';
import { closingsTable, eventsTable, salesTable } from './tables.ts';
import { type InspectedTill, inspectionReadme } from './readme.ts';

/**
 * "Dossier pour un contrôle": one folder with the whole archive of each till and its signature, the same figures as
 * tables that any spreadsheet opens, and a README that says what each file is and how to check it. Nothing in it can change the
 * till.
 */
export async function makeInspection(
  deps: Deps,
  into: string,
): Promise<Result<Extract<Answer<'makeInspection'>, { ok: true }>['value'], ArchiveRefusal>> {
  const stamp = deps.now().replace(/[-:]/g, '').slice(0, 15);
  const folder = join(into, `controle-${deps.till}-${stamp}`);
  if (!madeFolder(folder)) return refuse({ kind: 'folder-unusable', folder });
  const desks = deps.desks.all();
  const made: InspectedTill[] = [];
  for (const desk of desks) {
    // The books of each till, by whoever asks here.
    const inspected = await inspectTill({ ...desk, desk: deps.desk }, folder, desks.length > 1);
    if (!inspected.ok) return inspected;
    made.push(inspected.value);
  }
  writeFileSync(join(folder, readmeName), inspectionReadme(deps, made), { mode: 0o600 });
  return ok({
    folder,
    files: [readmeName, ...made.flatMap(({ archive, tables }) => [archive, `${archive}.sig`, ...tables])],
  });
}

const readmeName = 'LISEZMOI.txt';

/** Archive and tables of one till; their names say which where there are several. */
async function inspectTill(
  deps: Deps,
  folder: string,
  several: boolean,
): Promise<Result<InspectedTill, ArchiveRefusal>> {
  const archive = await makeArchive(deps, { period: 'all', folder });
  if (!archive.ok) return archive;
  const { fileName } = archive.value;
  const named = (name: string): string => (several ? name.replace('.', `-${deps.till}.`) : name);
  const tables = {
    [named('clotures.csv')]: closingsTable(deps),
    [named('ventes.csv')]: salesTable(deps),
    [named('evenements.csv')]: eventsTable(deps),
  };
  for (const [name, text] of Object.entries(tables)) writeFileSync(join(folder, name), text, { mode: 0o600 });
  deps.store.transaction(() => appendEvent(deps, 'export', { what: 'inspection', fileName }));
  const { keyId } = deps.tillKey;
  return ok({ till: deps.till, keyId, archive: fileName, tables: Object.keys(tables) });
}
