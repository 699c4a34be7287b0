import type { ReactNode } from 'react';
import { type TicketView, correctionReasons } from '#contract/sale.ts';
import type { SaleId } from '#domain/ids.ts';
import { tenderKinds } from '#domain/tender.ts';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/button.tsx';
import styles from './tickets.module.css';

/** What happened to a ticket since it was paid: nothing of it is ever changed, everything is added. */
export function History(props: {
  readonly ticket: TicketView;
  readonly onOpen: (saleId: SaleId) => void;
}): ReactNode {
  const { t, say } = useWords();
  const { ticket } = props;
  const { corrections, returns, copies } = ticket;
  if (corrections.length === 0 && returns.length === 0 && copies === 0) return null;
  return (
    <section className={styles['history']}>
      <h3>{t('tickets.history')}</h3>
      <ul className={styles['events']}>
        {corrections.map((one) => {
          const known = correctionReasons.find((reason) => reason === one.reason);
          const { change } = one;
          return (
            <li key={`${one.at} ${one.reason}`}>
              <p>
                {known ? t(`tickets.corrections.${known}`) : one.reason}
                {change.what === 'tender' &&
                  ` : ${tenderKinds
                    .filter((kind) => change.byKind[kind] !== 0)
                    .map((kind) => `${t(`tickets.tenders.${kind}`)} ${say.money(change.byKind[kind])}`)
                    .join(', ')}`}
              </p>
              <p className={styles['soft']}>
                {say.moment(one.at)} · {one.by}
              </p>
            </li>
          );
        })}
        {returns.map((one) => (
          <li key={one.saleId} className={styles['event']}>
            <p>{t('tickets.returnedBy', { number: one.number, amount: say.money(one.totalCents) })}</p>
            <Button onPress={() => props.onOpen(one.saleId)}>{t('tickets.see')}</Button>
          </li>
        ))}
        {copies > 0 && <li>{t('tickets.copies', { count: copies })}</li>}
      </ul>
    </section>
  );
}
