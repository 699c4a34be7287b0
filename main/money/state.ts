import type {
  DepositView,
  EnvelopeView,
  MoneyState,
  StatementView,
  StructureCredits,
} from '#contract/money.ts';
import type { DepositRow, StatementRow } from '#db/queries/money.ts';
import type { PrescriberId } from '#domain/ids.ts';
import { sumCents } from '#domain/money.ts';
import type { ReadingDeps } from '../deps.ts';
import { openCredits } from './credits.ts';
import { envelopesOf, nameOf } from './envelopes.ts';

/** Money between the drawer and the bank, and what structures owe. */
export function moneyState(deps: ReadingDeps): MoneyState {
  const all = envelopesOf(deps);
  const deposits = deps.store.deposits(deps.till);
  const gone = new Set(deposits.flatMap((one) => one.envelopes));
  const envelopes = all.filter((one) => !gone.has(one.id));
  return {
    envelopes,
    envelopesCents: sumCents(envelopes.map((one) => one.cents)),
    deposits: deposits.map((row) => depositView(deps, row, all)),
    structures: structures(deps),
    statements: deps.store.statements(deps.till).map((row) => statementView(deps, row)),
  };
}

function depositView(deps: ReadingDeps, row: DepositRow, all: readonly EnvelopeView[]): DepositView {
  const { creditedOn, creditedCents, creditedBy } = row;
  return {
    depositId: row.id,
    at: row.at,
    by: nameOf(deps, row.operator),
    cents: row.cents,
    slip: row.slip,
    envelopes: all.filter((one) => row.envelopes.includes(one.id)),
    credited:
      creditedOn === null || creditedCents === null
        ? null
        : { on: creditedOn, cents: creditedCents, by: nameOf(deps, creditedBy ?? '') },
  };
}

export function statementView(deps: ReadingDeps, row: StatementRow): StatementView {
  const { settledOn, settledCents, settledBy } = row;
  return {
    statementId: row.id,
    number: row.number,
    prescriberId: row.prescriberId,
    name: structureName(deps, row.prescriberId),
    madeAt: row.madeAt,
    by: nameOf(deps, row.operator),
    credits: row.credits,
    totalCents: row.totalCents,
    settled:
      settledOn === null || settledCents === null
        ? null
        : { on: settledOn, cents: settledCents, by: nameOf(deps, settledBy ?? '') },
  };
}

function structures(deps: ReadingDeps): StructureCredits[] {
  const open = Map.groupBy(openCredits(deps), (one) => one.prescriberId);
  const unsettled = deps.store.statements(deps.till).filter((one) => one.settledOn === null);
  const ids = new Set([...open.keys(), ...unsettled.map((one) => one.prescriberId)]);
  return [...ids]
    .map((prescriberId) => {
      const credits = open.get(prescriberId) ?? [];
      return {
        prescriberId,
        name: structureName(deps, prescriberId),
        open: credits.map(({ number, businessDay, commitment, cents }) => ({
          number,
          businessDay,
          commitment,
          cents,
        })),
        openCents: sumCents(credits.map((one) => one.cents)),
        claimedCents: sumCents(
          unsettled.filter((one) => one.prescriberId === prescriberId).map((one) => one.totalCents),
        ),
      };
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, 'fr'));
}

export const structureName = (deps: ReadingDeps, id: PrescriberId): string =>
  deps.reference().catalogue.prescribers.find((one) => one.id === id)?.name ?? id;
