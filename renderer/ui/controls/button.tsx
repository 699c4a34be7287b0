import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeyName } from '../../keys/bindings.ts';
import { useKey } from '../../keys/keys.tsx';
import styles from './button.module.css';
import { KeyCap } from './key-cap.tsx';

export type ButtonKind = 'primary' | 'plain' | 'quiet' | 'refuse' | 'soft';

export interface ButtonProps {
  readonly children: ReactNode;
  readonly onPress: () => void;
  /** `primary` is the one filled button of a screen: the next step, which Enter confirms. */
  readonly kind?: ButtonKind;
  readonly shortcut?: KeyName;
  readonly icon?: ReactNode;
  /** Why it cannot be pressed, shown beside it; a reason disables it. */
  readonly why?: string | null;
  readonly disabled?: boolean;
  readonly big?: boolean;
  readonly wide?: boolean;
  readonly pressed?: boolean;
  readonly label?: string;
}

export function Button(props: ButtonProps): ReactNode {
  const { kind = 'plain', shortcut, why, big, wide, pressed } = props;
  const { t } = useTranslation();
  const off = (props.disabled ?? false) || Boolean(why);
  const run = off ? null : props.onPress;
  useKey(shortcut ?? null, run);
  useKey(kind === 'primary' && shortcut !== 'Enter' ? 'Enter' : null, run);
  const shown = shortcut ?? (kind === 'primary' ? 'Enter' : undefined);
  const classes = [styles['button'], styles[kind], big && styles['big'], wide && styles['wide']];
  return (
    <button
      type="button"
      className={classes.filter(Boolean).join(' ')}
      disabled={off}
      data-next={kind === 'primary' || undefined}
      aria-pressed={pressed}
      aria-label={props.label}
      onClick={props.onPress}
    >
      <span className={styles['row']}>
        {props.icon}
        <span className={styles['text']}>{props.children}</span>
        {shown && !isCommandOnly(shown) && <KeyCap>{t(`keys.names.${shown}`)}</KeyCap>}
      </span>
      {why && <span className={styles['why']}>{why}</span>}
    </button>
  );
}

const isCommandOnly = (key: KeyName): key is 'Exact' | 'Next' => key === 'Exact' || key === 'Next';
