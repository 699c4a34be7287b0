import type { ReactNode } from 'react';
import type { Cents } from '#domain/money.ts';
import { useWords } from '../messages/use-words.ts';
import styles from './money-text.module.css';

export function MoneyText(props: {
  readonly cents: Cents;
  /** `was`: the market value, struck through. */
  readonly as?: 'plain' | 'price' | 'was' | 'huge';
  readonly short?: boolean;
}): ReactNode {
  const { t, say } = useWords();
  const { as = 'plain' } = props;
  const text = props.short ? say.shortMoney(props.cents) : say.money(props.cents);
  if (as !== 'was') return <span className={styles[as]}>{text}</span>;
  return (
    <s className={styles['was']} title={t('ui.marketValue')}>
      {text}
    </s>
  );
}
