import type { ReactNode } from 'react';
import { Field } from '../ui/controls/field.tsx';
import styles from './stock.module.css';

export function QuantityField(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  readonly focused?: boolean;
}): ReactNode {
  return (
    <div className={styles['amount']}>
      <Field
        label={props.label}
        hint={props.hint}
        inputMode="numeric"
        maxLength={5}
        focused={props.focused ?? false}
        value={props.value}
        onChange={(typed) => props.onChange(typed.replace(/\D/g, ''))}
      />
    </div>
  );
}
