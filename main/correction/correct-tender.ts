import type { Answer, Input } from '#contract/ipc.ts';
import { canonicalText } from '#domain/journal.ts';
import { sumCents } from '#domain/money.ts';
import { ok, refuse } from '#domain/result.ts';
import { minusByTender, sumsByTender, tenderKinds, undertakingsOf } from '#domain/tender.ts';
import type { Deps } from '../deps.ts';
import { signedSale } from '../journal/read.ts';
import { mayCorrect } from './later.ts';
import { correctionsOf, netNow, tendersNow, ticketView } from '../ticket/view.ts';
import { takenElsewhere } from './taken-elsewhere.ts';
import { writeCorrection } from './write.ts';

/** "Je me suis trompé": the sale was paid otherwise than entered. Amounts move between tenders, to zero in all. */
export async function correctTender(
  deps: Deps,
  input: Input<'correctTender'>,
): Promise<Answer<'correctTender'>> {
  const sale = deps.store.saleById(input.saleId);
  if (!sale) return refuse({ kind: 'sale-unknown' });
  const elsewhere = takenElsewhere(deps, sale);
  if (elsewhere) return refuse(elsewhere);
  const allowed = await mayCorrect(deps, sale, input.approval);
  if (!allowed.ok) return allowed;
  if (input.tenders.some((one) => one.kind === 'structureCredit' && one.commitment.trim() === ''))
    return refuse({ kind: 'commitment-needed' });
  const total = sumCents(input.tenders.map((tender) => tender.cents));
  if (total !== sale.totalCents) return refuse({ kind: 'tenders-do-not-match', totalCents: sale.totalCents });
  return deps.store.transaction(() => {
    const { payload } = signedSale(deps, sale);
    const corrections = correctionsOf(deps, sale);
    const now = netNow(payload.netByKind, corrections);
    const byKind = minusByTender(sumsByTender(input.tenders), now);
    const named = canonicalText(undertakingsOf(tendersNow(payload.tenders, corrections)));
    if (
      tenderKinds.every((kind) => byKind[kind] === 0) &&
      canonicalText(undertakingsOf(input.tenders)) === named
    )
      return refuse({ kind: 'nothing-changes' });
    const change = { what: 'tender' as const, byKind, tenders: input.tenders };
    writeCorrection(deps, sale, { ...allowed.value, reason: 'wrong-tender', change });
    deps.changed('tickets', 'money');
    return ok(ticketView(deps, sale));
  });
}
