import { type ReactNode, useState } from 'react';
import type { PersonId } from '#domain/ids.ts';
import { useAsk, useDo } from '../api/api.tsx';
import { useDesk } from '../app/desk.tsx';
import { useNavigation } from '../app/navigation.tsx';
import { useWords } from '../messages/use-words.ts';
import { useAnnouncer } from '../ui/announcer.tsx';
import { Button } from '../ui/controls/button.tsx';
import { Dialog } from '../ui/controls/dialog.tsx';

export interface Sell {
  readonly sell: (personId: PersonId) => void;
  readonly pending: boolean;
  /** Why nothing can be sold now, in a few words beside the button. */
  readonly why: string | null;
  readonly question: ReactNode;
}

/** "Vendre à cette personne": puts somebody on the basket; a sale for somebody else is held, after asking. */
export function useSell(): Sell {
  const { t } = useWords();
  const { session } = useDesk();
  const { home } = useNavigation();
  const { announceRefusal } = useAnnouncer();
  const { data: basket } = useAsk('basket', {}, { enabled: session !== null && !session.stale });
  const { act, pending } = useDo('choosePerson');
  const [asking, setAsking] = useState<PersonId | null>(null);
  const choose = async (personId: PersonId, holdFirst: boolean): Promise<void> => {
    setAsking(null);
    const answer = await act({ personId, holdFirst });
    if (answer.ok) home();
    else announceRefusal(answer.refusal);
  };
  const other = basket?.person;
  const question = asking !== null && (
    <Dialog
      title={t('basket.holdTitle', {
        who: other ? `${other.firstName} ${other.initial}.` : t('basket.held.nobody'),
      })}
      onClose={() => setAsking(null)}
      actions={
        <>
          <Button onPress={() => setAsking(null)} shortcut="Escape">
            {t('scanning.holdNo')}
          </Button>
          <Button kind="primary" onPress={() => void choose(asking, true)}>
            {t('scanning.holdYes')}
          </Button>
        </>
      }
    >
      <p>{t('scanning.holdText')}</p>
    </Dialog>
  );
  return {
    sell: (personId) => {
      const taken = other && other.personId !== personId && basket.lines.length > 0;
      if (taken) setAsking(personId);
      else void choose(personId, false);
    },
    pending,
    why: !session || session.stale ? t('person.sellClosed') : null,
    question,
  };
}
