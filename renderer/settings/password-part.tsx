import type { ReactNode } from 'react';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { PasswordFields, usePasswordChange } from './password-form.tsx';
import styles from './settings.module.css';

/** One's own password, changed whenever one likes. */
export function PasswordPart(): ReactNode {
  const { t, refusal } = useWords();
  const change = usePasswordChange();
  const { why, pending, done, refused } = change;
  return (
    <Panel
      label={t('settings.parts.password')}
      head={<h2 className={styles['title']}>{t('settings.parts.password')}</h2>}
      foot={
        <div className={styles['acts']}>
          <Button
            big
            kind="primary"
            why={why && t(`settings.password.${why}`)}
            disabled={pending}
            onPress={() => void change.save()}
          >
            {t('settings.password.save')}
          </Button>
        </div>
      }
    >
      <div className={styles['stack']}>
        {done && (
          <Notice
            live
            tone="good"
            sentence={{ text: t('settings.password.done'), next: t('settings.password.doneNext') }}
          />
        )}
        {refused && <Notice tone="refuse" sentence={refusal(refused)} live />}
        <PasswordFields change={change} />
      </div>
    </Panel>
  );
}
