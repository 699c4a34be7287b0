import { CircleCheck, CircleDashed, Dices } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import { Field } from '../ui/controls/field.tsx';
import { checkPassword, proposedPassword, systemRandom } from './password-rule.ts';
import styles from './team.module.css';

/** Shown as it is typed: it is said aloud once, and changed by whoever receives it. */
export function FirstPassword(props: {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly focused?: boolean;
}): ReactNode {
  const { t } = useWords();
  return (
    <>
      <div className={styles['password']}>
        <Field
          label={t('team.password')}
          value={props.value}
          onChange={props.onChange}
          maxLength={100}
          focused={props.focused ?? false}
        />
        <Button
          icon={<Dices size={20} aria-hidden="true" />}
          onPress={() => props.onChange(proposedPassword(systemRandom))}
        >
          {t('team.propose')}
        </Button>
      </div>
      <PasswordRule password={props.value} />
    </>
  );
}

export function PasswordRule({ password }: { readonly password: string }): ReactNode {
  const { t } = useWords();
  const check = checkPassword(password);
  const line = (done: boolean, words: string): ReactNode => {
    const Sign = done ? CircleCheck : CircleDashed;
    return (
      <li data-done={done || undefined}>
        <Sign size={18} aria-hidden="true" />
        {words}
      </li>
    );
  };
  return (
    <ul className={styles['rule']}>
      {line(check.longEnough, t('team.rule.long'))}
      {line(check.threeKinds, t('team.rule.kinds'))}
    </ul>
  );
}
