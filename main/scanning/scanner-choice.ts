import type { Answer } from '#contract/ipc.ts';
import { serialPorts } from '#drivers/printer/discover.ts';
import { ok } from '#domain/result.ts';
import type { Deps } from '../deps.ts';
import { chosenScanner } from './scanning.ts';

/** How the scanner is set, and where else one may be plugged in. */
export async function scannerChoice(deps: Deps): Promise<Answer<'scannerChoice'>> {
  const ports = (await serialPorts()).map(({ path }) => path);
  return ok({ choice: chosenScanner(deps.store, deps.till), ports });
}
