import type { Answer } from '#contract/ipc.ts';
import { ok } from '#domain/result.ts';
import type { Deps } from '../deps.ts';
import { moneyState as stateOf } from './state.ts';

export const moneyState = (deps: Deps): Answer<'moneyState'> => ok(stateOf(deps));
