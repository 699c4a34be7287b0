import { Circle, CircleDot } from 'lucide-react';
import type { ReactNode } from 'react';
import { type DeskRole, ladder } from '#domain/roles.ts';
import { useWords } from '../messages/use-words.ts';
import styles from './team.module.css';

export function RoleChoice(props: {
  readonly value: DeskRole;
  readonly onPick: (role: DeskRole) => void;
}): ReactNode {
  const { t } = useWords();
  return (
    <fieldset className={styles['roles']}>
      <legend>{t('team.role')}</legend>
      {ladder.map((role) => {
        const Dot = role === props.value ? CircleDot : Circle;
        return (
          <button
            key={role}
            type="button"
            className={styles['role']}
            aria-pressed={role === props.value}
            onClick={() => props.onPick(role)}
          >
            <Dot size={20} aria-hidden="true" />
            <span>
              <strong>{t(`team.roles.${role}.name`)}</strong>
              <span>{t(`team.roles.${role}.may`)}</span>
            </span>
          </button>
        );
      })}
    </fieldset>
  );
}
