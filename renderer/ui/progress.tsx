import type { ReactNode } from 'react';
import styles from './progress.module.css';

/** How far a long piece of work has come; without a total it is only under way. The words beside it say the same. */
export function Progress(props: {
  readonly label: string;
  readonly done: number;
  readonly total: number;
}): ReactNode {
  const { label, done, total } = props;
  return (
    <progress
      className={styles['progress']}
      aria-label={label}
      {...(total > 0 ? { max: total, value: Math.min(done, total) } : {})}
    />
  );
}
