import type { ReactNode } from 'react';
import { FirstOperator } from '../set-up/first-operator.tsx';
import { useAsk, useDo } from '../api/api.tsx';
import { useWords } from '../messages/use-words.ts';
import { PickOperator } from './pick-operator.tsx';
import styles from './access.module.css';

export function SignInScreen(): ReactNode {
  const { t } = useWords();
  const choices = useAsk('signInChoices', {});
  const signIn = useDo('signIn');
  if (!choices.data) return null;
  if (choices.data.length === 0) return <FirstOperator />;
  return (
    <div className={styles['page']}>
      <h1>{t('access.title')}</h1>
      <p className={styles['lead']}>{t('access.text')}</p>
      <PickOperator
        choices={choices.data}
        action={t('access.enter')}
        onPick={async (operator, password) => {
          const answer = await signIn.act({ operator, password });
          return answer.ok ? null : answer.refusal;
        }}
      />
    </div>
  );
}
