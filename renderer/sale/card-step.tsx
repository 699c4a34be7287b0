import { CreditCard } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { Cents } from '#domain/money.ts';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import { Field } from '../ui/controls/field.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from './sale.module.css';

/** The card terminal stands beside the till: the amount is typed there, its answer is told here. */
export function CardStep(props: {
  readonly cents: Cents;
  /** The till stopped in the middle: what the terminal answered is on its slip. */
  readonly recovered: boolean;
  readonly busy: boolean;
  readonly onAccepted: (reference: string | null) => void;
  readonly onRefused: () => void;
  /** The card was never asked for. */
  readonly onMistaken: () => void;
}): ReactNode {
  const { t, say } = useWords();
  const [reference, setReference] = useState('');
  return (
    <>
      <div className={styles['step']}>
        {props.recovered && <Notice tone="warn">{t('sale.card.goOn')}</Notice>}
        <CreditCard size={40} aria-hidden="true" />
        <p className={styles['say']}>{t('sale.card.type', { amount: say.money(props.cents) })}</p>
        <p>{t('sale.card.text')}</p>
        <Field label={t('sale.card.reference')} value={reference} onChange={setReference} maxLength={40} />
      </div>
      <Button disabled={props.busy} onPress={props.onMistaken}>
        {t('sale.card.mistaken')}
      </Button>
      <div className={styles['pair']}>
        <Button big kind="refuse" disabled={props.busy} onPress={props.onRefused}>
          {t('sale.card.refused')}
        </Button>
        <Button
          big
          kind="primary"
          disabled={props.busy}
          onPress={() => props.onAccepted(reference.trim() === '' ? null : reference.trim())}
        >
          {t('sale.card.accepted')}
        </Button>
      </div>
    </>
  );
}
