import type { ReactNode } from 'react';
import { type Cents, changeParts, cents } from '#domain/money.ts';
import { useWords } from '../messages/use-words.ts';
import styles from './sale.module.css';

/** What to give back, in huge digits, and with which notes and coins. */
export function ChangeBox(props: { readonly cents: Cents }): ReactNode {
  const { t, say } = useWords();
  if (props.cents === 0)
    return (
      <p className={styles['change']}>
        <span>{t('sale.noChange')}</span>
      </p>
    );
  const parts = changeParts(props.cents).map((part) => say.shortMoney(cents(part)));
  return (
    <p className={styles['change']} aria-live="polite">
      <span>{t('sale.change')}</span>
      <strong>{say.money(props.cents)}</strong>
      <span className={styles['coins']}>{parts.join(' + ')}</span>
    </p>
  );
}
