import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './notice.module.css';

const icons = { good: CircleCheck, warn: TriangleAlert, refuse: CircleAlert };

/** A sentence that must be seen; its tone is told by an icon too. */
export function Notice(props: { readonly tone: keyof typeof icons; readonly children: ReactNode }) {
  const Icon = icons[props.tone];
  return (
    <div
      className={`${styles['notice']} ${styles[props.tone]}`}
      role={props.tone === 'good' ? 'status' : 'alert'}
    >
      <Icon size={20} aria-hidden />
      <div>{props.children}</div>
    </div>
  );
}
