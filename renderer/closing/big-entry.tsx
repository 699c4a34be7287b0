import { type ReactNode, useId } from 'react';
import styles from './closing.module.css';

/** One large number copied from a paper. */
export function BigEntry(props: {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly accepts: (text: string) => boolean;
  readonly onChange: (text: string) => void;
  readonly onEnter?: () => void;
  readonly prefix?: string;
  readonly suffix?: string;
}): ReactNode {
  const id = useId();
  return (
    <>
      <label htmlFor={id} className={styles['soft']}>
        {props.label}
      </label>
      <div className={styles['big']}>
        {props.prefix && <span aria-hidden="true">{props.prefix}</span>}
        <input
          id={id}
          inputMode="decimal"
          autoComplete="off"
          placeholder="–"
          value={props.value}
          aria-describedby={`${id}-hint`}
          onFocus={(event) => event.currentTarget.select()}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !props.onEnter) return;
            event.preventDefault();
            props.onEnter();
          }}
          onChange={(event) => {
            if (props.accepts(event.currentTarget.value)) props.onChange(event.currentTarget.value);
          }}
        />
        {props.suffix && <strong aria-hidden="true">{props.suffix}</strong>}
      </div>
      <p id={`${id}-hint`} className={styles['soft']}>
        {props.hint}
      </p>
    </>
  );
}
