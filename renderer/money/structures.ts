import type { MoneyState, StatementView, StructureCredits } from '#contract/money.ts';
import { cents } from '#domain/money.ts';

export interface StructureAccount extends StructureCredits {
  /** Newest first. */
  readonly statements: readonly StatementView[];
}

/** Every structure that owes or ever paid something: what is to be claimed first, then what is claimed, then by name. */
export function structureAccounts(
  state: Pick<MoneyState, 'structures' | 'statements'>,
): readonly StructureAccount[] {
  const known = new Set(state.structures.map((one) => one.prescriberId));
  const paidUp = new Map(
    state.statements
      .filter((one) => !known.has(one.prescriberId))
      .map(({ prescriberId, name }) => [
        prescriberId,
        { prescriberId, name, open: [], openCents: cents(0), claimedCents: cents(0) },
      ]),
  );
  const rank = (one: StructureCredits): number => (one.openCents > 0 ? 0 : one.claimedCents > 0 ? 1 : 2);
  return [...state.structures, ...paidUp.values()]
    .map((one) => ({
      ...one,
      statements: state.statements.filter((other) => other.prescriberId === one.prescriberId),
    }))
    .toSorted((one, other) => rank(one) - rank(other) || one.name.localeCompare(other.name, 'fr'));
}

/** The statement to show when none was asked for: with nothing left to claim, the oldest that is not paid. */
export function statementToShow(account: StructureAccount): StatementView | null {
  if (account.openCents > 0) return null;
  const unpaid = account.statements.filter((one) => one.settled === null);
  return unpaid.toSorted((one, other) => one.number - other.number)[0] ?? null;
}

export type CreditsStep = 'print' | 'settle' | 'make' | 'leave';

/** The one next step, which the filled button does. `fresh`: just made here and not printed yet. */
export function creditsStep(
  account: StructureAccount,
  statement: StatementView | null,
  fresh: string | null,
): CreditsStep {
  if (statement && statement.statementId === fresh) return 'print';
  if (statement && statement.settled === null) return 'settle';
  return account.openCents > 0 ? 'make' : 'leave';
}
