import type { Answer } from '#contract/ipc.ts';
import { ok } from '#domain/result.ts';
import type { Deps } from '../deps.ts';

/** Gives a code to the page that asks first: of two tabs, one sells it. */
export function takeScan(deps: Deps): Answer<'takeScan'> {
  const code = deps.scanning.take();
  return ok(code && { text: code.text, aim: code.aim ?? null });
}
