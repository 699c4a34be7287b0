import { type ReactNode, useState } from 'react';
import type { BackupFile, BackupTrial } from '#contract/backup.ts';
import { useWords } from '../messages/use-words.ts';
import { Steps } from '../ui/steps.tsx';
import { ChooseBackup } from './choose-backup.tsx';
import { RestorePoint } from './restore-point.tsx';
import { TryBackup } from './try-backup.tsx';
import styles from './set-up.module.css';

const steps = ['choose', 'key', 'point'] as const;
type Step = (typeof steps)[number];

/** An old till on a new machine: which backup, the key that opens it, what it holds, then back it comes. */
export function Restore({ onBack }: { readonly onBack: () => void }): ReactNode {
  const { t } = useWords();
  const [step, setStep] = useState<Step>('choose');
  const [backup, setBackup] = useState<BackupFile | null>(null);
  const [keyText, setKeyText] = useState('');
  const [trial, setTrial] = useState<BackupTrial | null>(null);
  const choose = (one: BackupFile): void => {
    setBackup(one);
    setTrial(null);
  };
  return (
    <div className={styles['page']}>
      <h1>{t('setUp.restore.title')}</h1>
      <div className={styles['wizard']}>
        <Steps steps={steps.map((id) => ({ id, label: t(`setUp.restore.steps.${id}`) }))} current={step} />
        <div className={styles['step']}>
          {step === 'choose' && (
            <ChooseBackup backup={backup} onChoose={choose} onNext={() => setStep('key')} onBack={onBack} />
          )}
          {step === 'key' && backup && (
            <TryBackup
              backup={backup}
              text={keyText}
              onType={setKeyText}
              onTried={(found) => {
                setTrial(found);
                setStep('point');
              }}
              onBack={() => setStep('choose')}
            />
          )}
          {step === 'point' && backup && trial && (
            <RestorePoint backup={backup} keyText={keyText} trial={trial} onBack={() => setStep('key')} />
          )}
        </div>
      </div>
    </div>
  );
}
