import type { Answer, Input } from '#contract/ipc.ts';
import { readMemberCard } from '#domain/identifiers.ts';
import type { MemberCard } from '#domain/ids.ts';
import { ok, refuse } from '#domain/result.ts';
import { memberCardTicket } from '#paper/card.ts';
import type { Deps } from '../deps.ts';
import { signedIn } from '../access/signed-in.ts';
import { freshCard, isTaken } from './fresh-card.ts';
import { personLine, prescriberOf } from './line.ts';
import { queuePrint } from '../printing/queue.ts';
import { putInOutbox } from '../exchange/outbox.ts';

/** Gives a blank card that was scanned, or prints one. Earlier cards of the person stop opening anything. */
export function giveCard(deps: Deps, input: Input<'giveCard'>): Answer<'giveCard'> {
  const { store } = deps;
  const row = store.personById(input.personId);
  if (!row) return refuse({ kind: 'person-unknown' });
  const card = input.card === null ? freshCard(deps) : scannedCard(input.card);
  if (card === null) return refuse({ kind: 'card-unreadable' });
  if (isTaken(deps, card)) return refuse({ kind: 'card-taken' });
  const document =
    input.card === null
      ? memberCardTicket({
          card,
          firstName: row.firstNames,
          initial: (row.usedName || row.birthName).slice(0, 1).toUpperCase(),
          site: deps.reference().site,
        })
      : null;
  store.transaction(() => {
    store.retireCards(row.id);
    store.insertCard({ card, personId: row.id, givenAt: deps.now(), givenBy: signedIn(deps), active: true });
    putInOutbox(deps, personLine(deps, row, prescriberOf(deps, row.id)));
    if (document) queuePrint(deps, { document });
  });
  deps.printing.wake();
  deps.changed('basket', 'print-jobs');
  return ok({ card, document });
}

function scannedCard(text: string): MemberCard | null {
  const read = readMemberCard(text);
  return read.ok ? read.value : null;
}
