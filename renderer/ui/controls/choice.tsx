import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import styles from './choice.module.css';

/** One of a few, all in sight: the question and its answers as buttons. */
export function Choice<T extends string>(props: {
  readonly legend: string;
  readonly options: readonly { readonly id: T; readonly label: string }[];
  readonly value: T | null;
  readonly onPick: (id: T) => void;
  readonly hideLegend?: boolean;
  readonly disabled?: boolean;
}): ReactNode {
  return (
    <fieldset className={styles['choice']} aria-label={props.hideLegend ? props.legend : undefined}>
      {!props.hideLegend && <legend>{props.legend}</legend>}
      {props.options.map((option) => (
        <Button
          key={option.id}
          pressed={option.id === props.value}
          disabled={props.disabled ?? false}
          onPress={() => props.onPick(option.id)}
        >
          {option.label}
        </Button>
      ))}
    </fieldset>
  );
}
