import type { ReactNode } from 'react';
import { useNavigation } from '../app/navigation.tsx';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import { Panel } from '../ui/panel.tsx';
import styles from './money.module.css';

/** What will stand here, and from when on. */
export function NothingYet(props: {
  readonly label: string;
  readonly children: ReactNode;
  /** Nothing else is to be done on this screen: going back is the next step. */
  readonly leave: boolean;
}): ReactNode {
  const { t } = useWords();
  const { home } = useNavigation();
  return (
    <Panel
      label={props.label}
      foot={
        props.leave && (
          <Button big wide kind="primary" shortcut="Escape" onPress={home}>
            {t('ticket.toTill')}
          </Button>
        )
      }
    >
      <div className={styles['empty']}>{props.children}</div>
    </Panel>
  );
}
