import type { ReactNode } from 'react';
import { useDo } from '../api/api.tsx';
import { useWords } from '../messages/use-words.ts';
import { PasswordFields, usePasswordChange } from '../settings/password-form.tsx';
import { useAnnouncer } from '../ui/announcer.tsx';
import { Button } from '../ui/controls/button.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from './access.module.css';

/** The password was handed over by somebody else: nothing opens before its owner has chosen another. */
export function NewPasswordScreen(): ReactNode {
  const { t, refusal } = useWords();
  const { announce } = useAnnouncer();
  const signOut = useDo('signOut');
  const change = usePasswordChange();
  const { why, pending, refused } = change;
  const save = async (): Promise<void> => {
    if (await change.save())
      announce('good', { text: t('settings.password.done'), next: t('access.newPassword.done') });
  };
  return (
    <div className={`${styles['page']} ${styles['tight']}`}>
      <h1>{t('access.newPassword.title')}</h1>
      <p className={styles['lead']}>{t('access.newPassword.text')}</p>
      <div className={styles['form']}>
        {refused && <Notice tone="refuse" sentence={refusal(refused)} live />}
        <PasswordFields change={change} currentLabel={t('access.newPassword.current')} />
        <div className={styles['actions']}>
          <Button big disabled={signOut.pending} onPress={() => void signOut.act({})}>
            {t('access.other')}
          </Button>
          <Button
            big
            kind="primary"
            why={why && t(`settings.password.${why}`)}
            disabled={pending}
            onPress={() => void save()}
          >
            {t('settings.password.save')}
          </Button>
        </div>
      </div>
    </div>
  );
}
