import { Search } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { PrescriberChoice } from '#contract/referral.ts';
import { useAsk } from '../api/api.tsx';
import { useWords } from '../messages/use-words.ts';
import { Field } from '../ui/controls/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { matchingPrescribers } from './prescriber-search.ts';
import styles from './person.module.css';

const most = 6;

/** One structure among a thousand, by any words of its name. */
export function StructureSearch(props: {
  readonly label: string;
  readonly onChoose: (prescriber: PrescriberChoice) => void;
}): ReactNode {
  const { t } = useWords();
  const { label, onChoose } = props;
  const [text, setText] = useState('');
  const { data: all = [] } = useAsk('prescribers', {});
  const found = matchingPrescribers(all, text, most);
  return (
    <>
      <Field
        label={label}
        placeholder={t('person.referral.structureHint')}
        icon={<Search size={20} aria-hidden="true" />}
        value={text}
        onChange={setText}
        maxLength={80}
        focused
        onEnter={() => found[0] && onChoose(found[0])}
      />
      {text.trim() !== '' && found.length === 0 && (
        <Notice
          tone="info"
          live
          sentence={{ text: t('person.referral.noStructure'), next: t('person.referral.noStructureNext') }}
        />
      )}
      <ul className={styles['found']}>
        {found.map((one) => (
          <li key={one.id}>
            <button type="button" className={styles['result']} onClick={() => onChoose(one)}>
              <strong>{one.name}</strong>
              <span className={styles['soft']}>{one.kind}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
