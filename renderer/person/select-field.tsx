import { ChevronDown } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { Button } from '../ui/controls/button.tsx';
import own from './select-field.module.css';

/** A closed list, small enough for the keyboard's own way of choosing. */
export function SelectField<T extends string>(props: {
  readonly label: string;
  readonly value: T;
  readonly options: readonly (readonly [value: T, words: string])[];
  readonly onChange: (value: T) => void;
}): ReactNode {
  const id = useId();
  return (
    <div className={own['selectField']}>
      <label htmlFor={id}>{props.label}</label>
      <div className={own['select']}>
        <select
          id={id}
          value={props.value}
          onChange={(event) => {
            const picked = props.options.find(([value]) => value === event.currentTarget.value);
            if (picked) props.onChange(picked[0]);
          }}
        >
          {props.options.map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
        <ChevronDown size={20} aria-hidden="true" />
      </div>
    </div>
  );
}

/** The same for few answers, all seen at once. Pressing the chosen one again takes it back. */
export function ChoiceField<T extends string>(props: {
  readonly label: string;
  readonly value: T | '';
  readonly options: readonly (readonly [value: T, words: string])[];
  readonly onChange: (value: T | '') => void;
}): ReactNode {
  return (
    <fieldset className={own['choices']}>
      <legend>{props.label}</legend>
      {props.options.map(([value, words]) => (
        <Button
          key={value}
          pressed={props.value === value}
          onPress={() => props.onChange(props.value === value ? '' : value)}
        >
          {words}
        </Button>
      ))}
    </fieldset>
  );
}
