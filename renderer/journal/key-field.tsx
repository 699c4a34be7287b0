import type { ReactNode } from 'react';
import { useWords } from '../messages/use-words.ts';
import { Field } from '../ui/controls/field.tsx';
import styles from './journal.module.css';
import { keyInFours, keyTyped } from './recovery-key.ts';

/** The recovery key, copied from paper: shown as it is typed, and told when it is complete. */
export function KeyField(props: {
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly onEnter: () => void;
}): ReactNode {
  const { t } = useWords();
  const { key, fault, off } = keyTyped(props.text);
  return (
    <>
      <Field
        focused
        label={t('journal.trial.key')}
        hint={fault === null ? t('journal.trial.keyFull') : t('journal.trial.keyHint')}
        error={
          fault === 'mistyped' || fault === 'long'
            ? t(`journal.trial.keyState.${fault}`, { count: off })
            : undefined
        }
        placeholder="AGE-SECRET-KEY-1"
        maxLength={200}
        value={props.text}
        onChange={props.onChange}
        onEnter={props.onEnter}
      />
      {/* The field is shorter than the key: here all of it can be compared with the paper. */}
      {fault !== 'empty' && <p className={styles['key']}>{keyInFours(key)}</p>}
    </>
  );
}
