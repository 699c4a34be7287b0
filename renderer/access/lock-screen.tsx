import { LockKeyhole } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useDo } from '../api/api.tsx';
import type { AllRefusals } from '../api/client.ts';
import { useDesk } from '../app/desk.tsx';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import { Field } from '../ui/controls/field.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from './access.module.css';
import { TakeOverDialog } from './take-over-dialog.tsx';

/** Nothing of the sale shows behind it; the same operator unlocks, another takes over. */
export function LockScreen(): ReactNode {
  const { t, refusal } = useWords();
  const { operator } = useDesk();
  const { act, pending } = useDo('unlock');
  const [secret, setSecret] = useState('');
  const [refused, setRefused] = useState<AllRefusals | null>(null);
  const [takingOver, setTakingOver] = useState(false);
  const unlock = async (): Promise<void> => {
    if (secret === '' || pending) return;
    const answer = await act({ secret });
    setSecret('');
    setRefused(answer.ok ? null : answer.refusal);
  };
  return (
    <div className={styles['page']}>
      <LockKeyhole size={40} aria-hidden="true" />
      <h1>{t('frame.lock.title')}</h1>
      <p className={styles['lead']}>{t('frame.lock.text', { name: operator?.name ?? '' })}</p>
      <div className={styles['form']}>
        <Field
          label={t('frame.lock.secret')}
          type="password"
          hint={t('access.forgotten')}
          focused
          value={secret}
          onChange={setSecret}
          onEnter={() => void unlock()}
        />
        {refused && <Notice tone="refuse" sentence={refusal(refused)} live />}
        <div className={styles['actions']}>
          <Button big onPress={() => setTakingOver(true)}>
            {t('frame.lock.change')}
          </Button>
          <Button big kind="primary" onPress={() => void unlock()} disabled={secret === '' || pending}>
            {t('frame.lock.unlock')}
          </Button>
        </div>
      </div>
      {takingOver && <TakeOverDialog onClose={() => setTakingOver(false)} />}
    </div>
  );
}
