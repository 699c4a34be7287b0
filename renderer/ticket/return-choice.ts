import type { Input } from '#contract/ipc.ts';
import type { TicketView } from '#contract/ticket.ts';
import { type Cents, sumCents } from '#domain/money.ts';
import { readScan } from '#domain/nomenclature.ts';
import type { ReturnCondition, ReturnOutcome } from '#domain/returns.ts';

export type TicketLine = TicketView['lines'][number];

/** What is to happen to one line; null is not said yet. */
export interface LineChoice {
  readonly quantity: number;
  readonly condition: ReturnCondition | null;
  readonly as: ReturnOutcome | null;
  readonly newUnit: string;
  /** The family's rule is set aside: a manager will be asked. */
  readonly exception: boolean;
}

export type Choices = Readonly<Record<string, LineChoice>>;
export type LineProblem = 'condition' | 'outcome' | 'unit';

export const leftOf = (line: TicketLine): number => line.quantity - line.returned;

const conditions: Readonly<Record<TicketLine['mayReturn'], readonly ReturnCondition[]>> = {
  never: [],
  unopened: ['unopened'],
  faulty: ['faulty'],
  'unopened-or-faulty': ['unopened', 'faulty'],
};
const outcomes: Readonly<Record<TicketLine['returnAs'], readonly ReturnOutcome[]>> = {
  exchange: ['exchange'],
  refund: ['refund'],
  'exchange-or-refund': ['refund', 'exchange'],
};

/** What the family allows for a line; with an exception, everything. */
export const allowedFor = (
  line: TicketLine,
  exception: boolean,
): { readonly conditions: readonly ReturnCondition[]; readonly outcomes: readonly ReturnOutcome[] } =>
  exception
    ? { conditions: ['unopened', 'faulty'], outcomes: ['refund', 'exchange'] }
    : { conditions: conditions[line.mayReturn], outcomes: outcomes[line.returnAs] };

/** A line just chosen: what can only be one way is already said. */
export function startChoice(line: TicketLine, exception = false): LineChoice {
  const allowed = allowedFor(line, exception);
  const only = <T>(all: readonly T[]): T | null => (all.length === 1 ? (all[0] ?? null) : null);
  return {
    quantity: 1,
    condition: only(allowed.conditions),
    as: only(allowed.outcomes),
    newUnit: '',
    exception,
  };
}

/** A line whose unit is given in exchange and not scanned yet. */
export const awaitsUnit = (line: TicketLine, choice: LineChoice | undefined): boolean =>
  choice?.as === 'exchange' && line.unit !== null && choice.newUnit.trim() === '';

export function problemOf(line: TicketLine, choice: LineChoice): LineProblem | null {
  if (choice.condition === null) return 'condition';
  if (choice.as === null) return 'outcome';
  return awaitsUnit(line, choice) ? 'unit' : null;
}

export const chosenLines = (
  lines: readonly TicketLine[],
  choices: Choices,
): readonly { readonly line: TicketLine; readonly choice: LineChoice }[] =>
  lines.flatMap((line) => {
    const choice = choices[line.lineId];
    return choice ? [{ line, choice }] : [];
  });

/** What is asked of the application; null as long as something is not said. */
export function requestFrom(
  lines: readonly TicketLine[],
  choices: Choices,
): Input<'returnLines'>['lines'] | null {
  const chosen = chosenLines(lines, choices);
  if (chosen.length === 0) return null;
  const request = chosen.flatMap(({ line, choice }) => {
    const { condition, as, quantity, newUnit } = choice;
    if (condition === null || as === null || awaitsUnit(line, choice)) return [];
    return [{ lineId: line.lineId, quantity, condition, as, newUnit: newUnit.trim() || null }];
  });
  return request.length === chosen.length ? request : null;
}

/** What was paid for the units to be refunded. */
export const refundOf = (lines: readonly TicketLine[], choices: Choices): Cents =>
  sumCents(
    chosenLines(lines, choices).map(({ line, choice }) =>
      choice.as === 'refund' ? line.unitPriceCents * choice.quantity : 0,
    ),
  );

/** The unit that a scan names, or null where it is something else: a card, a ticket, a product, a code. */
export function unitIn(readings: readonly string[]): string | null {
  // Any form of label: which ones this point uses, main knows.
  const meaning = readScan({ readings }, '[A-Z0-9][A-Z0-9-]{3,24}');
  switch (meaning.kind) {
    case 'iccid':
      return meaning.iccid;
    case 'imei':
      return meaning.imei;
    case 'device-label':
      return meaning.label;
    case 'serial':
      return meaning.serial;
    case 'product':
      return meaning.serial ?? null;
    case 'member-card':
    case 'voucher':
    case 'signed-referral':
    case 'ticket':
    case 'command':
    case 'damaged':
      return null;
  }
}

/** Whether a scanned unit is the one that was sold on this line. */
export const isUnitOf = (line: TicketLine, text: string): boolean =>
  line.unit !== null && (text === line.unit.text || text.startsWith(line.unit.key));
