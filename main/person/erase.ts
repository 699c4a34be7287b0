import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PersonId, brandAs } from '#domain/ids.ts';
import type { Deps } from '../deps.ts';
import { appendEvent } from '../journal/append.ts';

export const purgeListName = 'purge.txt';

/**
 * Erases whoever headquarters says was erased, and whoever the purge list names: a restored database gives nobody
 * back. The list stands beside the database and travels with its backups; it holds ids, which mean nothing alone.
 */
export function applyErasures(deps: Deps, purged: readonly PersonId[] = purgeList(deps.dataFolder)): number {
  const { store } = deps;
  const asked = new Set([...(deps.reference().body.before?.erasures ?? []), ...store.erasures(), ...purged]);
  const here = [...asked].filter((id) => store.hasIdentity(id));
  if (here.length === 0) return 0;
  // Listed first: what is erased and not listed would come back with an older backup.
  const known = new Set(purgeList(deps.dataFolder));
  addToPurgeList(
    deps.dataFolder,
    here.filter((id) => !known.has(id)),
  );
  store.transaction(() => {
    for (const personId of here) {
      store.eraseIdentity(personId);
      appendEvent(deps, 'person-erased', { personId });
    }
  });
  deps.changed('basket');
  return here.length;
}

/** A list written by hand may end without an end of line: the next id would become part of the last one. */
function addToPurgeList(folder: string, ids: readonly PersonId[]): void {
  const path = join(folder, purgeListName);
  const unended = existsSync(path) && /[^\n]$/.test(readFileSync(path, 'utf8'));
  appendFileSync(path, (unended ? '\n' : '') + ids.map((id) => `${id}\n`).join(''), { mode: 0o600 });
}

/** Ids on the purge list of a folder, in the order they were erased; blanks are what an editor leaves around them. */
export function purgeList(folder: string): PersonId[] {
  const path = join(folder, purgeListName);
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^\S{1,128}$/.test(line))
    .map((line) => brandAs<PersonId>(line));
}
