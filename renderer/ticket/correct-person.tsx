import { type ReactNode, useState } from 'react';
import type { TicketView } from '#contract/ticket.ts';
import { readMemberCard } from '#domain/identifiers.ts';
import type { PersonId } from '#domain/ids.ts';
import { useAsk, useDo } from '../api/api.tsx';
import type { AllRefusals } from '../api/client.ts';
import { useWords } from '../messages/use-words.ts';
import { PersonFinder } from '../person/person-finder.tsx';
import { useScanTarget } from '../scanning/listening.tsx';
import { useAnnouncer } from '../ui/announcer.tsx';
import { useApproved } from '../ui/controls/use-approved.tsx';
import { Button } from '../ui/controls/button.tsx';
import { Dialog } from '../ui/controls/dialog.tsx';
import { grouped } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';

interface Chosen {
  readonly personId: PersonId;
  readonly name: string;
}

/** The sale was for somebody else: by name, or by their card. What they may still have moves with it. */
export function CorrectPerson(props: {
  readonly ticket: TicketView;
  readonly onClose: () => void;
}): ReactNode {
  const { t, refusal } = useWords();
  const { announce } = useAnnouncer();
  const { ticket, onClose } = props;
  const { act, pending } = useDo('correctPerson');
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const { go, asking, refused, refuse } = useApproved({
    title: t('ticket.correct.approve'),
    attempt: (approval) =>
      chosen
        ? act({ saleId: ticket.saleId, personId: chosen.personId, approval })
        : Promise.resolve({ ok: false, refusal: { kind: 'person-unknown' } } as const),
    onDone: () => {
      announce('good', { text: t('ticket.correct.done'), next: t('ticket.correct.doneNext') });
      onClose();
    },
  });
  const personOfCard = usePersonOfCard();
  useScanTarget(async ({ readings }) => {
    const card = readings.find((one) => readMemberCard(one).ok);
    if (!card) return 'pass';
    const found = await personOfCard(card);
    if ('refusal' in found) refuse(found.refusal);
    else setChosen(found);
    return 'refusal' in found ? 'no' : 'yes';
  });
  if (asking) return asking;
  return (
    <Dialog
      title={t('ticket.correct.personTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose} shortcut="Escape">
            {t('ui.back')}
          </Button>
          <Button
            kind="primary"
            why={chosen ? null : t('ticket.correct.needPerson')}
            disabled={pending}
            onPress={go}
          >
            {chosen ? t('ticket.correct.forPerson', { name: chosen.name }) : t('ticket.correct.confirm')}
          </Button>
        </>
      }
    >
      <p>
        {ticket.personName
          ? t('ticket.correct.personNow', { name: ticket.personName })
          : t('ticket.correct.nobodyNow')}{' '}
        {t('ticket.correct.personText')}
      </p>
      <PersonFinder
        text={text}
        onText={setText}
        chosen={chosen?.personId ?? null}
        onChoose={(person) => {
          refuse(null);
          setChosen(person);
        }}
      />
      {refused && <Notice tone="refuse" sentence={refusal(refused)} live />}
    </Dialog>
  );
}

/**
 * Whose card it is. The application reads a card by putting its holder on the basket, so whoever was there is put
 * back.
 */
function usePersonOfCard(): (card: string) => Promise<Chosen | { readonly refusal: AllRefusals }> {
  const { t } = useWords();
  const { data: basket } = useAsk('basket', {});
  const scan = useDo('scan');
  const choose = useDo('choosePerson');
  return async (card) => {
    const answer = await scan.act({ readings: [card] });
    if (!answer.ok) return { refusal: answer.refusal };
    const outcome = answer.value;
    const named = t('person.search.card', { card: grouped(card) });
    if (outcome.to === 'ask-hold' || outcome.to === 'ask-recall')
      return { personId: outcome.personId, name: named };
    if (outcome.to !== 'basket' || !outcome.basket.person) return { refusal: { kind: 'card-unknown', card } };
    const { person } = outcome.basket;
    const before = basket?.person?.personId ?? null;
    if (before !== person.personId) await choose.act({ personId: before, holdFirst: false });
    return { personId: person.personId, name: `${person.firstName} ${person.initial}.` };
  };
}
