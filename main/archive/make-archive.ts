import type { Answer, Input } from '#contract/ipc.ts';
import { archiveFolder, makeArchive as make } from './make.ts';
import type { Deps } from '../deps.ts';

/** An archive on demand, of a month, a year or everything so far. */
export function makeArchive(deps: Deps, input: Input<'makeArchive'>): Promise<Answer<'makeArchive'>> {
  return make(deps, { period: input.period, folder: input.folder ?? archiveFolder(deps) });
}
