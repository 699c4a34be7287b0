import type { ReactNode } from 'react';
import type { SessionView } from '#contract/session.ts';
import { may } from '#domain/roles.ts';
import { useDesk } from '../app/desk.tsx';
import { useNavigation } from '../app/navigation.tsx';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import styles from './basket.module.css';

/** The till of an earlier day is still open: nothing is sold before it is closed. */
export function StaleDay({ session }: { readonly session: SessionView }): ReactNode {
  const { t, say } = useWords();
  const { operator } = useDesk();
  const { go } = useNavigation();
  const mayClose = may(operator, 'seller');
  return (
    <div className={styles['stale']}>
      <h1>{t('frame.session.staleTitle', { day: say.day(session.businessDay) })}</h1>
      <p>{t(mayClose ? 'frame.session.staleText' : 'frame.session.staleWait')}</p>
      {mayClose ? (
        <Button big kind="primary" shortcut="F10" onPress={() => go({ at: 'closing' })}>
          {t('frame.session.closeIt')}
        </Button>
      ) : (
        operator?.role && (
          <Button big kind="primary" onPress={() => go({ at: 'persons' })}>
            {t('session.waitPersons')}
          </Button>
        )
      )}
    </div>
  );
}
