import type { ReactNode } from 'react';
import styles from './key-cap.module.css';

/** A key as printed on a button; the button already answers to it, so readers skip it. */
export function KeyCap({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <kbd className={styles['cap']} aria-hidden="true">
      {children}
    </kbd>
  );
}
