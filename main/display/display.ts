import type { DisplayView } from '#contract/display.ts';
import type { Answer } from '#contract/ipc.ts';
import { cents } from '#domain/money.ts';
import { instantMs } from '#domain/time.ts';
import { payingSession } from '../session/selling.ts';
import { viewOf } from '../basket/view.ts';
import { judgeBasket } from '../basket/judge.ts';
import { ok } from '#domain/result.ts';
import type { ReadingDeps } from '../deps.ts';
import { payloadOf } from '../journal/read.ts';

/** How long a sale is thanked for, unless the next one begins. */
const thanksMs = 60_000;

/** The customer display. Off in training, and whenever nobody keeps the till. */
export function display(deps: ReadingDeps): Answer<'display'> {
  const { store, till } = deps;
  return ok({
    siteName: deps.reference().site.name,
    language: store.setting<'fr' | 'en'>(till, 'language') ?? 'fr',
    wanted: store.setting<boolean>(till, 'display') ?? false,
    view: viewNow(deps),
  });
}

function viewNow(deps: ReadingDeps): DisplayView {
  const { operator, locked } = deps.desk;
  if (deps.practice.state() || operator === null || locked) return { state: 'welcome' };
  return basketNow(deps) ?? thanks(deps) ?? { state: 'welcome' };
}

function basketNow(deps: ReadingDeps): DisplayView | null {
  const row = deps.store.currentBasket(deps.till);
  if (!row || row.lines.length === 0) return null;
  const session = payingSession(deps, row);
  if (!session.ok) return null;
  const basket = viewOf(deps, judgeBasket(deps, row, session.value.businessDay));
  return {
    state: 'basket',
    // What is refused is said to the person by somebody, not by a screen.
    lines: basket.lines
      .filter(({ verdict }) => verdict !== 'refused')
      .map(({ label, quantity, totalCents, savingCents }) => ({
        label,
        quantity,
        totalCents,
        referenceCents: cents(totalCents + savingCents),
      })),
    totalCents: basket.totalCents,
    savingCents: basket.savingCents,
    remainingCents: basket.payment?.remainingCents ?? null,
  };
}

function thanks(deps: ReadingDeps): DisplayView | null {
  const { store, till } = deps;
  const last = store.lastRecord(till, 'sale');
  if (!last || instantMs(deps.now()) - instantMs(last.at) > thanksMs) return null;
  const [record] = store.recordsBetween(till, 'sale', last.seq, last.seq);
  if (record?.type !== 'sale') return null;
  const { totalCents, savingCents, changeCents } = payloadOf(record, 'sale');
  return { state: 'thanks', totalCents, savingCents, changeCents };
}
