import type { Answer, Input } from '#contract/ipc.ts';
import { readMemberCard } from '#domain/identifiers.ts';
import type { MemberCard } from '#domain/ids.ts';
import { ok, refuse } from '#domain/result.ts';
import { memberCardTicket } from '#paper/card.ts';
import type { Deps } from '../deps.ts';
import { personOfCard } from './buyer.ts';
import { freshCard } from './fresh-card.ts';
import { queuePrint } from '../printing/queue.ts';
import { sealedCard, writeCard } from './write-card.ts';

/** Gives a blank card that was scanned, or prints one. Earlier cards of the person stop opening anything. */
export async function giveCard(deps: Deps, input: Input<'giveCard'>): Promise<Answer<'giveCard'>> {
  const { store } = deps;
  const row = store.personById(input.personId);
  if (!row) return refuse({ kind: 'person-unknown' });
  const card = input.card === null ? freshCard(deps) : scannedCard(input.card);
  if (card === null) return refuse({ kind: 'card-unreadable' });
  if ((await personOfCard(deps, card)) !== null) return refuse({ kind: 'card-taken' });
  const document =
    input.card === null
      ? memberCardTicket({
          card,
          firstName: row.firstNames,
          initial: (row.usedName || row.birthName).slice(0, 1).toUpperCase(),
          site: deps.reference().site,
        })
      : null;
  const sealed = await sealedCard(deps, card);
  const given = store.transaction(() => {
    // Pressed twice, or given at the other till meanwhile: a card is somebody's once.
    if (store.cardExists(card)) return false;
    writeCard(deps, row.id, { card, sealed });
    if (document) queuePrint(deps, { document });
    return true;
  });
  if (!given) return refuse({ kind: 'card-taken' });
  deps.printing.wake();
  deps.changed('basket', 'print-jobs');
  return ok({ card, document });
}

function scannedCard(text: string): MemberCard | null {
  const read = readMemberCard(text);
  return read.ok ? read.value : null;
}
