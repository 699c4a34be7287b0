import { type ReactNode, useEffect, useState } from 'react';
import type { ClosedDay } from '#contract/closing.ts';
import { may } from '#domain/roles.ts';
import { useDesk } from '../app/desk.tsx';
import { useNavigation } from '../app/navigation.tsx';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import { ClosedCard } from './closed-card.tsx';
import { Closing } from './closing.tsx';
import styles from './closing.module.css';
import { forgetClosingDraft } from './draft.ts';

export function ClosingScreen(): ReactNode {
  const { session, operator } = useDesk();
  const { place, go } = useNavigation();
  const [closed, setClosed] = useState<ClosedDay | null>(null);
  // Kept while the answer travels: the desk may say that the session is over before the closing itself answers.
  const [current, setCurrent] = useState(session);
  if (session && session.id !== current?.id) setCurrent(session);
  const mayClose = may(operator, 'seller');
  // A session of another day brings this screen by itself: written down, so that the last words stay after it.
  useEffect(() => {
    if (mayClose && place.at !== 'closing') go({ at: 'closing' });
  }, [mayClose, place, go]);
  if (closed) return <ClosedCard day={closed} />;
  if (!mayClose) return <Waiting />;
  if (!current) return <NothingOpen />;
  return (
    <Closing
      key={current.id}
      session={current}
      onClosed={(day) => {
        forgetClosingDraft();
        setClosed(day);
      }}
    />
  );
}

function NothingOpen(): ReactNode {
  const { t } = useWords();
  const { home } = useNavigation();
  return (
    <div className={styles['alone']}>
      <h1>{t('closing.nothingOpen')}</h1>
      <p>{t('closing.nothingOpenText')}</p>
      <Button big kind="primary" onPress={home}>
        {t('closing.openIt')}
      </Button>
    </div>
  );
}

/** The till of another day is still open, and whoever sits there may not close it. */
function Waiting(): ReactNode {
  const { t, say } = useWords();
  const { go } = useNavigation();
  const { session } = useDesk();
  return (
    <div className={styles['alone']}>
      <h1>
        {session ? t('closing.staleTitle', { day: say.day(session.businessDay) }) : t('closing.nothingOpen')}
      </h1>
      <p>{t('closing.waitText')}</p>
      <Button big kind="primary" onPress={() => go({ at: 'persons' })}>
        {t('closing.waitPersons')}
      </Button>
    </div>
  );
}
