import { type ReactNode, useState } from 'react';
import type { SignInChoice } from '#contract/access.ts';
import type { OperatorCode } from '#domain/ids.ts';
import type { AllRefusals } from '../api/client.ts';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import { Field } from '../ui/controls/field.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from './access.module.css';

/** Names as tiles; the chosen one asks for its password. */
export function PickOperator(props: {
  readonly choices: readonly SignInChoice[];
  readonly action: string;
  readonly onPick: (operator: OperatorCode, password: string) => Promise<AllRefusals | null>;
}): ReactNode {
  const { t, refusal } = useWords();
  const [chosen, setChosen] = useState<SignInChoice | null>(null);
  const [password, setPassword] = useState('');
  const [refused, setRefused] = useState<AllRefusals | null>(null);
  const [busy, setBusy] = useState(false);
  const choose = (choice: SignInChoice | null): void => {
    setChosen(choice);
    setPassword('');
    setRefused(null);
  };
  const enter = async (): Promise<void> => {
    if (!chosen || password === '' || busy) return;
    setBusy(true);
    try {
      setRefused(await props.onPick(chosen.code, password));
      setPassword('');
    } finally {
      setBusy(false);
    }
  };
  if (!chosen)
    return (
      <ul className={styles['tiles']}>
        {props.choices.map((choice) => (
          <li key={choice.code}>
            <button type="button" className={styles['tile']} onClick={() => choose(choice)}>
              <span className={styles['initial']} aria-hidden="true">
                {choice.name.slice(0, 1).toUpperCase()}
              </span>
              <span className={styles['who']}>
                <strong>{choice.name}</strong>
                <RoleText choice={choice} />
                {choice.demoPassword && (
                  <span className={styles['demo']}>
                    {t('access.demo', { password: choice.demoPassword })}
                  </span>
                )}
              </span>
            </button>
          </li>
        ))}
      </ul>
    );
  const { demoPassword } = chosen;
  return (
    <div className={styles['form']}>
      <Field
        label={t('access.password', { name: chosen.name })}
        type="password"
        hint={demoPassword ? undefined : t('access.forgotten')}
        focused
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        onEnter={() => void enter()}
      />
      {demoPassword && (
        <Button kind="quiet" onPress={() => setPassword(demoPassword)}>
          {t('access.demo', { password: demoPassword })}
        </Button>
      )}
      {refused && <Notice tone="refuse" sentence={refusal(refused)} live />}
      <div className={styles['actions']}>
        <Button big onPress={() => choose(null)} shortcut="Escape">
          {t('access.other')}
        </Button>
        <Button big kind="primary" onPress={() => void enter()} disabled={password === '' || busy}>
          {props.action}
        </Button>
      </div>
    </div>
  );
}

function RoleText({ choice }: { readonly choice: SignInChoice }): ReactNode {
  const { t } = useWords();
  return (
    <span className={styles['role']}>
      {choice.role ? t(`frame.operator.roles.${choice.role}`) : t('access.adminOnly')}
    </span>
  );
}
