import type { ReactNode } from 'react';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import { Dialog } from '../ui/controls/dialog.tsx';
import styles from './team.module.css';

/** What to tell the person, with the password in large letters: it is not shown again. */
export function HandOver(props: {
  readonly name: string;
  readonly password: string;
  readonly isNew: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useWords();
  const { name } = props;
  return (
    <Dialog
      title={props.isNew ? t('team.done.created', { name }) : t('team.done.reset', { name })}
      onClose={props.onClose}
      actions={
        <Button kind="primary" onPress={props.onClose}>
          {t('team.done.ok')}
        </Button>
      }
    >
      <p>{t('team.done.give')}</p>
      <p className={styles['secret']}>{props.password}</p>
      <p>{t('team.done.change')}</p>
    </Dialog>
  );
}
