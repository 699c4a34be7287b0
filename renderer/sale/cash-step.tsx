import { type ReactNode, useReducer } from 'react';
import { cents } from '#domain/money.ts';
import { useWords } from '../messages/use-words.ts';
import { useCommand } from '../scanning/listening.tsx';
import { Button } from '../ui/controls/button.tsx';
import { AmountPad } from './amount-pad.tsx';
import { ChangeBox } from './change-box.tsx';
import { amountText, cashStanding, enteredCents, noEntry, pressPad } from './entry.ts';
import styles from './sale.module.css';
import type { Payment } from './use-payment.ts';

export function CashStep(props: { readonly payment: Payment; readonly exact: boolean }): ReactNode {
  const { t, say } = useWords();
  const { dueCents, tenders, busy, finish } = props.payment;
  const first = props.exact ? { text: amountText(dueCents), from: 'notes' as const } : noEntry;
  const [entry, press] = useReducer(pressPad, first);
  useCommand('exact', () => press({ kind: 'exact', cents: dueCents }));
  const standing = cashStanding(entry, dueCents);
  const enough = standing.kind === 'enough';
  const pay = (): void => void finish([...tenders, { kind: 'cash', cents: enteredCents(entry) ?? cents(0) }]);
  return (
    <>
      <AmountPad label={t('sale.received')} entry={entry} exactCents={dueCents} onKey={press} />
      <div className={styles['end']}>
        {standing.kind === 'missing' && (
          <p className={styles['missing']}>
            <span>{t('sale.missing')}</span>
            <strong>{say.money(standing.cents)}</strong>
          </p>
        )}
        {enough && <ChangeBox cents={standing.changeCents} />}
        <Button
          big
          wide
          kind="primary"
          why={standing.kind === 'nothing-entered' ? t('sale.needAmount') : null}
          disabled={!enough || busy}
          onPress={pay}
        >
          {t('sale.finish')}
        </Button>
      </div>
    </>
  );
}
