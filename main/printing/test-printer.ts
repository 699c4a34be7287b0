import type { Answer } from '#contract/ipc.ts';
import { ok, refuse } from '#domain/result.ts';
import type { Deps } from '../deps.ts';

/** Prints a page with accents, the euro sign and both widths. */
export async function testPrinter(deps: Deps): Promise<Answer<'testPrinter'>> {
  if (deps.printing.state().state === 'none') return refuse({ kind: 'no-printer' });
  return ok(await deps.printing.test());
}
