import type { TileView } from '#contract/basket.ts';
import type { Input } from '#contract/ipc.ts';
import { type Cents, cents } from '#domain/money.ts';
import { readScan } from '#domain/nomenclature.ts';
import type { ReturnCondition } from '#domain/returns.ts';
import { unitIn } from './return-choice.ts';

/** What comes back without its ticket, as far as it is said. */
export interface BackChoice {
  readonly tile: TileView | null;
  readonly quantity: number;
  readonly unit: string;
  readonly condition: ReturnCondition | null;
}

export const nothingBack: BackChoice = { tile: null, quantity: 1, unit: '', condition: null };

/** More of one product than a person brings back at once is a mistake of the finger. */
export const mostBack = 99;

/** What was given for nothing is not paid back. */
export const paidTiles = (tiles: readonly TileView[]): readonly TileView[] =>
  tiles.filter((tile) => tile.priceCents > 0);

export type BackProblem = 'product' | 'unit' | 'condition';

export function problemOfBack({ tile, unit, condition }: BackChoice): BackProblem | null {
  if (!tile) return 'product';
  if (tile.unit !== null && unit.trim() === '') return 'unit';
  return condition ? null : 'condition';
}

/** At today's price; what the application answers is what is paid. */
export const backCentsOf = ({ tile, quantity }: BackChoice): Cents =>
  cents((tile?.priceCents ?? 0) * quantity);

type Asked = Pick<Input<'returnWithoutTicket'>, 'sku' | 'quantity' | 'unit' | 'condition'>;

/** What is asked of the application; null as long as something is not said. */
export function askedBack(choice: BackChoice): Asked | null {
  const { tile, quantity, unit, condition } = choice;
  if (!tile || !condition || problemOfBack(choice)) return null;
  return { sku: tile.sku, quantity, unit: tile.unit === null ? null : unit.trim(), condition };
}

/** What a scan is here: the unit that comes back, a product to be picked by name, or something for elsewhere. */
export type BackScan =
  | { readonly kind: 'unit'; readonly text: string }
  | { readonly kind: 'product' | 'elsewhere' };

/** Units and products are kept here: left to their usual way they would be put in the basket of a sale. */
export function backScan(readings: readonly string[]): BackScan {
  const text = unitIn(readings);
  if (text !== null) return { kind: 'unit', text };
  const meaning = readScan({ readings }, noLabel);
  if (meaning.kind === 'product') return { kind: 'product' };
  // A number whose check digit does not hold may still be the one that is written on the thing.
  return meaning.kind === 'damaged' && unitForms.has(meaning.what)
    ? { kind: 'unit', text: meaning.text }
    : { kind: 'elsewhere' };
}

const noLabel = '(?!)';
const unitForms: ReadonlySet<string> = new Set(['iccid', 'imei', 'product']);
