import type { Answer } from '#contract/ipc.ts';
import { ok, refuse } from '#domain/result.ts';
import type { Deps } from '../deps.ts';

/** Back to the real point; everything that was practised is thrown away. */
export async function stopTraining(deps: Deps): Promise<Answer<'stopTraining'>> {
  if (!deps.practice.state()) return refuse({ kind: 'no-training' });
  await deps.practice.end();
  return ok(null);
}
