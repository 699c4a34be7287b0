import type { ReactNode } from 'react';
import styles from './list-row.module.css';

/** One of a list, chosen by pressing it anywhere; what stands in it is laid out by its own list. */
export function ListRow(props: {
  readonly className: string | undefined;
  readonly chosen: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <button
      type="button"
      className={`${styles['row']} ${props.className}`}
      aria-current={props.chosen || undefined}
      onClick={props.onPress}
    >
      {props.children}
    </button>
  );
}
