import type { ReactNode } from 'react';
import type { PrescriberChoice, ReferralClaimInput } from '#contract/person.ts';
import type { Day } from '#domain/time.ts';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import styles from './persons.module.css';
import { StructureSearch } from './structure-search.tsx';

export interface LetterTyped {
  readonly prescriber: PrescriberChoice | null;
  readonly referent: string;
}

export const noLetter: LetterTyped = { prescriber: null, referent: '' };

export function letterClaim(typed: LetterTyped, issuedOn: Day | null): ReferralClaimInput | null {
  const referent = typed.referent.trim();
  if (!typed.prescriber || referent === '' || !issuedOn) return null;
  return { proof: 'letter', prescriberId: typed.prescriber.id, referent, issuedOn };
}

/** Which structure wrote, who signed, and when: nothing else of a letter is kept. */
export function LetterFields(props: {
  readonly typed: LetterTyped;
  readonly onChange: (typed: LetterTyped) => void;
  readonly date: ReactNode;
}): ReactNode {
  const { t } = useWords();
  const { typed, onChange } = props;
  if (!typed.prescriber)
    return (
      <StructureSearch
        label={t('persons.referral.structure')}
        onChoose={(prescriber) => onChange({ ...typed, prescriber })}
      />
    );
  return (
    <>
      <div className={styles['picked']}>
        <strong>{typed.prescriber.name}</strong>
        <Button onPress={() => onChange({ ...typed, prescriber: null })}>
          {t('persons.referral.changeStructure')}
        </Button>
      </div>
      <div className={styles['pair']}>
        <Field
          label={t('persons.referral.referent')}
          hint={
            typed.prescriber.referents.length > 0
              ? t('persons.referral.knownReferents', { names: typed.prescriber.referents.join(', ') })
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
