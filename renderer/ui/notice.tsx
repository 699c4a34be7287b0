import { CircleCheck, Info, OctagonX, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Sentence } from '../messages/sentence.ts';
import styles from './notice.module.css';

export type Tone = 'info' | 'good' | 'warn' | 'refuse';

const icons = { info: Info, good: CircleCheck, warn: TriangleAlert, refuse: OctagonX } as const;

/** A sentence with its tone, never by colour alone, and its way out beside it. */
export function Notice(props: {
  readonly tone: Tone;
  readonly sentence?: Sentence;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  readonly live?: boolean;
}): ReactNode {
  const Icon = icons[props.tone];
  return (
    <div className={`${styles['notice']} ${styles[props.tone]}`} role={props.live ? 'status' : undefined}>
      <Icon size={22} aria-hidden="true" />
      <div className={styles['words']}>
        {props.sentence && (
          <p>
            <strong>{props.sentence.text}</strong> {props.sentence.next}
          </p>
        )}
        {props.children}
      </div>
      {props.action && <div className={styles['action']}>{props.action}</div>}
    </div>
  );
}
