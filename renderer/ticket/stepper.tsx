import { Minus, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import styles from './ticket.module.css';

/** How many, by one more or one less. */
export function Stepper(props: {
  readonly legend: string;
  readonly value: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}): ReactNode {
  const { t } = useWords();
  const { value, max, onChange } = props;
  return (
    <fieldset className={styles['choices']}>
      <legend>{props.legend}</legend>
      <Button label={t('ticket.return.less')} disabled={value <= 1} onPress={() => onChange(value - 1)}>
        <Minus size={20} aria-hidden="true" />
      </Button>
      <output className={styles['quantity']}>{value}</output>
      <Button label={t('ticket.return.more')} disabled={value >= max} onPress={() => onChange(value + 1)}>
        <Plus size={20} aria-hidden="true" />
      </Button>
    </fieldset>
  );
}
