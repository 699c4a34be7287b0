import type { UseCases } from '../deps.ts';
import { countQuantity } from './count-quantity.ts';
import { countUnits } from './count-units.ts';
import { markTested } from './mark-tested.ts';
import { receiveQuantity } from './receive-quantity.ts';
import { receiveRange } from './receive-range.ts';
import { receiveUnit } from './receive-unit.ts';
import { stock } from './stock.ts';
import { units } from './units.ts';
import { writeOff } from './write-off.ts';
import { writeOffQuantity } from './write-off-quantity.ts';

export const stockCalls = {
  countQuantity,
  countUnits,
  markTested,
  receiveQuantity,
  receiveRange,
  receiveUnit,
  stock,
  units,
  writeOff,
  writeOffQuantity,
} satisfies UseCases;
