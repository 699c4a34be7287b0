import type { Answer, Input } from '#contract/ipc.ts';
import type { Deps } from '../deps.ts';
import { makeInspection as make } from './make.ts';

/** One folder with everything an inspector asks for. */
export const makeInspection = (
  deps: Deps,
  input: Input<'makeInspection'>,
): Promise<Answer<'makeInspection'>> => make(deps, input.folder);
