import { type ReactNode, useState } from 'react';
import { useDo } from '../api/api.tsx';
import type { AllRefusals } from '../api/client.ts';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import { Field } from '../ui/controls/field.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from './set-up.module.css';

export function FirstOperator(): ReactNode {
  const { t, refusal } = useWords();
  const create = useDo('createFirstOperator');
  const signIn = useDo('signIn');
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [refused, setRefused] = useState<AllRefusals | null>(null);
  const differs = again !== '' && !password.startsWith(again);
  const ready = name.trim() !== '' && password !== '' && password === again;
  const make = async (): Promise<void> => {
    if (!ready || create.pending) return;
    const answer = await create.act({ name: name.trim(), password });
    if (!answer.ok) return setRefused(answer.refusal);
    const signedIn = await signIn.act({ operator: answer.value.code, password });
    // Somebody signed in already is what was wanted: creating may sign in by itself.
    if (!signedIn.ok && signedIn.refusal.kind !== 'somebody-signed-in') setRefused(signedIn.refusal);
    return undefined;
  };
  return (
    <div className={styles['page']}>
      <h1>{t('setUp.title')}</h1>
      <div className={styles['card']}>
        <h2>{t('setUp.firstTitle')}</h2>
        <p>{t('setUp.firstText')}</p>
        <Field label={t('setUp.name')} value={name} onChange={setName} focused maxLength={60} />
        <Field
          label={t('setUp.password')}
          type="password"
          hint={t('setUp.passwordHint')}
          value={password}
          autoComplete="new-password"
          onChange={setPassword}
        />
        <Field
          label={t('setUp.again')}
          type="password"
          error={differs ? t('setUp.different') : undefined}
          value={again}
          autoComplete="new-password"
          onChange={setAgain}
          onEnter={() => void make()}
        />
        {refused && <Notice tone="refuse" sentence={refusal(refused)} live />}
        <Button big wide kind="primary" onPress={() => void make()} disabled={!ready || create.pending}>
          {t('setUp.create')}
        </Button>
      </div>
    </div>
  );
}
