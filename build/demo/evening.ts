import type { ClosedDay } from '#contract/closing.ts';
import { type CashCount, type Cents, cents, denominations, euros } from '#domain/money.ts';
import type { SaleId } from '#domain/ids.ts';
import { brandAs } from '#domain/ids.ts';
import type { Desk } from './desk.ts';

/** A return against its ticket, an exchange of a faulty card, a tender entered wrongly. */
export async function mistakes(
  desk: Desk,
  sales: { readonly chargerSale: string; readonly cardSale: string; readonly simSale: string },
): Promise<void> {
  const { world, tally, tell } = desk;
  const charger = await world.done('ticket', { saleId: brandAs<SaleId>(sales.chargerSale) });
  const [line] = charger.lines;
  if (!line) throw new Error('no line to return');
  const back = await world.done('returnLines', {
    saleId: charger.saleId,
    returnId: brandAs<SaleId>(crypto.randomUUID()),
    lines: [{ lineId: line.lineId, quantity: 1, condition: 'unopened', as: 'refund', newUnit: null }],
    override: null,
  });
  tally.returns += 1;
  tally.totalCents += back.refundByKind.cash;
  tally.savingCents -= line.savingCents;
  tally.byTender.cash += back.refundByKind.cash;
  tell(`Un chargeur revient non ouvert : ${euros(cents(-back.refundByKind.cash))} rendus en espèces.`);

  const sim = await world.done('ticket', { saleId: brandAs<SaleId>(sales.simSale) });
  const [faulty] = sim.lines;
  if (!faulty) throw new Error('no card to exchange');
  await world.done('returnLines', {
    saleId: sim.saleId,
    returnId: brandAs<SaleId>(crypto.randomUUID()),
    lines: [
      {
        lineId: faulty.lineId,
        quantity: 1,
        condition: 'faulty',
        as: 'exchange',
        newUnit: '89331000042000006291',
      },
    ],
    override: null,
  });
  tally.returns += 1;
  tell('Une carte SIM défectueuse est échangée contre une neuve.');

  const wrong = await world.done('ticket', { saleId: brandAs<SaleId>(sales.cardSale) });
  await world.done('correctTender', {
    saleId: wrong.saleId,
    tenders: [{ kind: 'bankCard', cents: wrong.totalCents, reference: '4830' }],
    approval: null,
  });
  tally.byTender.cash -= wrong.totalCents;
  tally.byTender.bankCard += wrong.totalCents;
  tell(`« Je me suis trompé » : ${euros(wrong.totalCents)} payés par carte, pas en espèces.`);
}

export interface Closed extends ClosedDay {
  readonly expectedCashCents: Cents;
  readonly countedCashCents: Cents;
}

/** Blind count, two euros short and explained, Z, batch. */
export async function close(desk: Desk, floatCents: number): Promise<Closed> {
  const { world, tally, tell } = desk;
  const state = await world.done('closingState', {});
  const expectedCashCents = cents(floatCents + tally.byTender.cash);
  const countedCashCents = cents(expectedCashCents - 200);
  const counted = {
    cash: coins(countedCashCents),
    cardCents: cents(tally.byTender.bankCard),
    creditCount: state.creditCount,
  };
  const check = await world.done('checkCount', counted);
  const cash = check.differences.find((one) => one.tender === 'cash');
  if (cash?.differenceCents !== -200)
    throw new Error(`expected two euros short: ${JSON.stringify(check.differences)}`);
  tell(
    `Comptage : ${euros(countedCashCents)} dans le tiroir, il manque 2,00 € : erreur de rendu de monnaie.`,
  );
  const closed = await world.done('closeSession', {
    ...counted,
    reasons: { cash: 'change-error', bankCard: null, structureCredit: null },
    floatLeft: coins(cents(floatCents)),
    envelope: 'ENV-041',
    held: 'keep',
    approval: null,
  });
  tell(
    `Z ${closed.number} : ${closed.totals.sales} ventes, ${euros(closed.totals.totalCents)}. Lot ${closed.batchFile}.`,
  );
  return { ...closed, expectedCashCents, countedCashCents };
}

/** An amount in the fewest notes and coins, every denomination answered. */
function coins(amount: Cents): CashCount {
  let rest: number = amount;
  const count: Record<number, number> = {};
  for (const denomination of denominations) {
    count[denomination] = Math.floor(rest / denomination);
    rest %= denomination;
  }
  return count;
}
