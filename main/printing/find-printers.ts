import type { Answer, Input } from '#contract/ipc.ts';
import { findPrinters as found, scanNetwork } from '#drivers/printer/discover.ts';
import { ok } from '#domain/result.ts';
import type { Deps } from '../deps.ts';

/** Printers that this machine knows of, and those of the local network when somebody asked for them. */
export async function findPrinters(
  _deps: Deps,
  { network }: Input<'findPrinters'>,
): Promise<Answer<'findPrinters'>> {
  const [known, listening] = await Promise.all([found(), network ? scanNetwork() : []]);
  return ok([...known, ...listening]);
}
