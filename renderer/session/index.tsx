import type { ReactNode } from 'react';
import { may } from '#domain/roles.ts';
import { useAsk } from '../api/api.tsx';
import { useDesk } from '../app/desk.tsx';
import { useNavigation } from '../app/navigation.tsx';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import { OpeningCount } from './opening-count.tsx';
import styles from './session.module.css';

export function OpeningScreen(): ReactNode {
  const { operator } = useDesk();
  return may(operator, 'seller') ? <Proposed /> : <Waiting />;
}

function Proposed(): ReactNode {
  const proposal = useAsk('openingProposal', {});
  return proposal.data ? <OpeningCount proposal={proposal.data} /> : null;
}

/** Somebody who may not open waits for somebody who may; people can be registered meanwhile. */
function Waiting(): ReactNode {
  const { t } = useWords();
  const { go } = useNavigation();
  const { operator } = useDesk();
  return (
    <div className={styles['waiting']}>
      <h1>{t('session.waitTitle')}</h1>
      <p>{operator?.role ? t('session.waitText') : t('session.adminText')}</p>
      {operator?.role && (
        <Button big kind="primary" onPress={() => go({ at: 'persons' })}>
          {t('session.waitPersons')}
        </Button>
      )}
    </div>
  );
}
