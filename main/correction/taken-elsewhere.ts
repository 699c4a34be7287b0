import type { OtherTill } from '#contract/correction.ts';
import type { SaleRow } from '#db/queries/sale.ts';
import type { ReadingDeps } from '../deps.ts';

/**
 * Money is put right in the books of the drawer that it lies in: a correction that moves it is written by the till that
 * took it, or its closing and that of another till would both be wrong. Null where it was taken here.
 */
export const takenElsewhere = (deps: ReadingDeps, sale: SaleRow | undefined): OtherTill | null =>
  sale === undefined || sale.till === deps.till ? null : { kind: 'other-till', till: sale.till };
