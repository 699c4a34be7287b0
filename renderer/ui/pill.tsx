import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './pill.module.css';

export type PillTone = 'good' | 'warn' | 'refuse' | 'off';

/** A state in a word or two, with its sign: never by colour alone. */
export function Pill(props: {
  readonly tone: PillTone;
  readonly icon?: LucideIcon;
  readonly children: ReactNode;
}): ReactNode {
  const { icon: Icon } = props;
  return (
    <span className={`${styles['pill']} ${styles[props.tone]}`}>
      {Icon && <Icon size={16} aria-hidden="true" />}
      {props.children}
    </span>
  );
}
