import type { Answer, Input } from '#contract/ipc.ts';
import { ok } from '#domain/result.ts';
import type { Deps } from '../deps.ts';
import { unitRow } from './rows.ts';

/** The units of a product, one by one. */
export const units = (deps: Deps, input: Input<'units'>): Answer<'units'> =>
  ok(deps.store.unitsOf(input.sku).map(unitRow));
