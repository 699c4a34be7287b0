import type { UseCases } from '../deps.ts';
import { abandonBasket } from './abandon-basket.ts';
import { addProduct } from './add-product.ts';
import { addUnit } from './add-unit.ts';
import { basket } from './basket.ts';
import { choosePerson } from './choose-person.ts';
import { heldBaskets } from './held-baskets.ts';
import { holdBasket } from './hold-basket.ts';
import { markLine } from './mark-line.ts';
import { overrideLine } from './override-line.ts';
import { recallBasket } from './recall-basket.ts';
import { removeLine } from './remove-line.ts';
import { replaceLine } from './replace-line.ts';
import { scan } from './scan.ts';
import { tiles } from './tiles.ts';

export const basketCalls = {
  abandonBasket,
  addProduct,
  addUnit,
  basket,
  choosePerson,
  heldBaskets,
  holdBasket,
  markLine,
  overrideLine,
  recallBasket,
  removeLine,
  replaceLine,
  scan,
  tiles,
} satisfies UseCases;
