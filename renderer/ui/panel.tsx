import type { ReactNode } from 'react';
import styles from './panel.module.css';

/** A card of the screen: a head and a foot that stay, a body that scrolls. */
export function Panel(props: {
  readonly label: string;
  readonly children: ReactNode;
  readonly head?: ReactNode;
  readonly foot?: ReactNode;
  readonly tone?: 'plain' | 'accent' | 'sunk';
  readonly flush?: boolean;
  /** Nothing inside takes the focus: the body does, so that the keyboard can scroll it. */
  readonly readable?: boolean;
}): ReactNode {
  const { label, children, head, foot, tone = 'sunk', flush, readable } = props;
  return (
    <section className={styles['panel']} aria-label={label}>
      {head && <div className={styles['head']}>{head}</div>}
      <div
        className={`${styles['body']} ${flush ? '' : styles['padded']}`}
        {...(readable ? { tabIndex: 0, role: 'group', 'aria-label': label } : {})}
      >
        {children}
      </div>
      {foot && <div className={`${styles['foot']} ${styles[tone]}`}>{foot}</div>}
    </section>
  );
}
