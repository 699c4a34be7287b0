import type { Answer } from '#contract/ipc.ts';
import { ok } from '#domain/result.ts';
import { backupState } from './make.ts';
import type { Deps } from '../deps.ts';

export const backups = async (deps: Deps): Promise<Answer<'backups'>> => ok(await backupState(deps));
