import { ShoppingBasket } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import type { BasketView } from '#contract/basket.ts';
import type { FinishedSale } from '#contract/sale.ts';
import { useWords } from '../messages/use-words.ts';
import { useScanner } from '../scanning/listening.tsx';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import styles from './basket-column.module.css';
import { BasketLine } from './basket-line.tsx';

/** What is being sold, and what it comes to. `foot` holds the buttons of the moment. */
export function BasketColumn(props: {
  readonly basket: BasketView;
  /** The sale before, as long as this one is not paid: its change may still be on the counter. */
  readonly last: FinishedSale | null;
  readonly locked: boolean;
  readonly paid: boolean;
  readonly foot: ReactNode;
  readonly onFindPerson: () => void;
}): ReactNode {
  const { t, say } = useWords();
  const { basket, last, locked, paid } = props;
  const { added } = useScanner();
  const list = useRef<HTMLUListElement>(null);
  const count = basket.lines.length;
  useEffect(() => {
    if (count > 0) list.current?.lastElementChild?.scrollIntoView({ block: 'nearest' });
  }, [count]);
  // One filled button at a time: the first refused line's own way out comes before everything else.
  const firstRefused = basket.lines.find((line) => line.verdict === 'refused')?.lineId;
  return (
    <Panel
      label={t('basket.basket.label')}
      flush
      foot={
        <>
          <Totals basket={basket} paid={paid} />
          {last && last.changeCents > 0 && (
            <p className={styles['last']}>
              {t('basket.basket.last', { amount: say.money(last.changeCents) })}
            </p>
          )}
          {props.foot}
        </>
      }
    >
      {basket.repriced && (
        <div className={styles['band']}>
          <Notice
            tone="info"
            sentence={{ text: t('basket.basket.repriced'), next: t('basket.basket.repricedNext') }}
          />
        </div>
      )}
      {basket.lines.length === 0 ? (
        <div className={styles['empty']}>
          <ShoppingBasket size={40} aria-hidden="true" />
          <p>{t('basket.basket.empty')}</p>
          <p className={styles['soft']}>{t('basket.basket.emptyText')}</p>
        </div>
      ) : (
        <ul className={styles['lines']} ref={list}>
          {basket.lines.map((line) => (
            <BasketLine
              key={line.lineId}
              line={line}
              locked={locked}
              fresh={line.lineId === added}
              leads={line.lineId === firstRefused}
              onFindPerson={props.onFindPerson}
            />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Totals({ basket, paid }: { readonly basket: BasketView; readonly paid: boolean }): ReactNode {
  const { t, say } = useWords();
  return (
    <div className={styles['totals']} aria-live="polite">
      <span className={styles['due']}>{paid ? t('basket.basket.paid') : t('basket.basket.toPay')}</span>
      <strong className={styles['total']}>{say.money(basket.totalCents)}</strong>
      <span className={styles['soft']}>
        {basket.referenceCents > 0 &&
          t('basket.basket.marketValue', { amount: say.money(basket.referenceCents) })}
      </span>
      <span className={styles['saving']}>
        {basket.savingCents > 0 && t('basket.basket.saving', { amount: say.money(basket.savingCents) })}
      </span>
    </div>
  );
}
