import type { ReactNode } from 'react';
import type { ReferralClaimInput } from '#contract/referral.ts';
import type { PrescriberId } from '#domain/ids.ts';
import type { Day } from '#domain/time.ts';
import { useAsk } from '../api/api.tsx';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import { Field } from '../ui/controls/field.tsx';
import styles from './person.module.css';
import { StructureSearch } from './structure-search.tsx';

export interface LetterTyped {
  readonly prescriberId: PrescriberId | null;
  readonly referent: string;
}

export const noLetter: LetterTyped = { prescriberId: null, referent: '' };

export function letterClaim(typed: LetterTyped, issuedOn: Day | null): ReferralClaimInput | null {
  const referent = typed.referent.trim();
  if (!typed.prescriberId || referent === '' || !issuedOn) return null;
  return { proof: 'letter', prescriberId: typed.prescriberId, referent, issuedOn };
}

/** Which structure wrote, who signed, and when: nothing else of a letter is kept. */
export function LetterFields(props: {
  readonly typed: LetterTyped;
  readonly onChange: (typed: LetterTyped) => void;
  readonly date: ReactNode;
}): ReactNode {
  const { t } = useWords();
  const { typed, onChange } = props;
  const { data: all = [] } = useAsk('prescribers', {});
  const prescriber = all.find((one) => one.id === typed.prescriberId);
  if (!prescriber)
    return (
      <StructureSearch
        label={t('person.referral.structure')}
        onChoose={(one) => onChange({ ...typed, prescriberId: one.id })}
      />
    );
  return (
    <>
      <div className={styles['picked']}>
        <strong>{prescriber.name}</strong>
        <Button onPress={() => onChange({ ...typed, prescriberId: null })}>
          {t('person.referral.changeStructure')}
        </Button>
      </div>
      <div className={styles['pair']}>
        <Field
          label={t('person.referral.referent')}
          hint={
            prescriber.referents.length > 0
              ? t('person.referral.knownReferents', { names: prescriber.referents.join(', ') })
              : undefined
          }
          value={typed.referent}
          onChange={(referent) => onChange({ ...typed, referent })}
          maxLength={80}
          focused
        />
        {props.date}
      </div>
    </>
  );
}
