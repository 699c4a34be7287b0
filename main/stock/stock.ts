import type { Answer } from '#contract/ipc.ts';
import { ok } from '#domain/result.ts';
import type { Deps } from '../deps.ts';
import { stockRows } from './rows.ts';

/** What the point has, product by product. */
export const stock = (deps: Deps): Answer<'stock'> => ok(stockRows(deps));
