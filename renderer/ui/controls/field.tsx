import { type ReactNode, type RefObject, useEffect, useId, useRef } from 'react';
import styles from './field.module.css';

export interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly type?: 'text' | 'password' | 'tel' | 'number';
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'tel';
  /** Where the next key goes when the field appears. */
  readonly focused?: boolean;
  readonly autoComplete?: string;
  readonly maxLength?: number;
  readonly placeholder?: string;
  readonly hideLabel?: boolean;
  readonly icon?: ReactNode;
  readonly cap?: ReactNode;
  readonly onEnter?: () => void;
  readonly inputRef?: RefObject<HTMLInputElement | null>;
  readonly disabled?: boolean;
}

/** A text field with its label, its hint and its error said in words. */
export function Field(props: FieldProps): ReactNode {
  const id = useId();
  const own = useRef<HTMLInputElement>(null);
  const { inputRef = own, focused } = props;
  useEffect(() => {
    if (focused) inputRef.current?.focus();
  }, [focused, inputRef]);
  const note = props.error ?? props.hint;
  return (
    <div className={styles['field']}>
      <label htmlFor={id} className={props.hideLabel ? styles['hidden'] : styles['label']}>
        {props.label}
      </label>
      <div className={styles['box']} data-error={props.error ? '' : undefined}>
        {props.icon}
        <input
          id={id}
          ref={inputRef}
          className={styles['input']}
          type={props.type ?? 'text'}
          inputMode={props.inputMode}
          value={props.value}
          placeholder={props.placeholder}
          maxLength={props.maxLength}
          disabled={props.disabled}
          data-autofocus={focused || undefined}
          autoComplete={props.autoComplete ?? 'off'}
          autoCorrect="off"
          spellCheck={false}
          aria-invalid={props.error ? true : undefined}
          aria-describedby={note ? `${id}-note` : undefined}
          onChange={(event) => props.onChange(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !props.onEnter) return;
            event.preventDefault();
            props.onEnter();
          }}
        />
        {props.cap}
      </div>
      {note && (
        <p id={`${id}-note`} className={props.error ? styles['error'] : styles['hint']}>
          {note}
        </p>
      )}
    </div>
  );
}
