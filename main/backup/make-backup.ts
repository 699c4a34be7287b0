import type { Answer } from '#contract/ipc.ts';
import { ok } from '#domain/result.ts';
import { backupState, makeBackup as make } from './make.ts';
import type { Deps } from '../deps.ts';

/** A backup on demand; one is made after each closing anyway. */
export async function makeBackup(deps: Deps): Promise<Answer<'makeBackup'>> {
  const made = await make(deps);
  return made.ok ? ok(await backupState(deps)) : made;
}
