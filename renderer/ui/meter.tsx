import type { ReactNode } from 'react';
import styles from './meter.module.css';

/** How much is left, as a bar. The words beside it say the same. */
export function Meter(props: {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  readonly tone?: 'accent' | 'warn' | 'off';
}): ReactNode {
  return (
    <meter
      className={`${styles['meter']} ${styles[props.tone ?? 'accent']}`}
      aria-label={props.label}
      min={0}
      max={Math.max(1, props.max)}
      value={props.value}
    />
  );
}
