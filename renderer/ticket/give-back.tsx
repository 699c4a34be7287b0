import type { ReactNode } from 'react';
import { cents } from '#domain/money.ts';
import { tenderKinds, type ByTender } from '#domain/tender.ts';
import { useWords } from '../messages/use-words.ts';
import styles from './ticket.module.css';

/** What to give back now, one large line for each way it was paid. */
export function GiveBack(props: { readonly byKind: ByTender }): ReactNode {
  const { t, say } = useWords();
  const kinds = tenderKinds.filter((kind) => props.byKind[kind] !== 0);
  if (kinds.length === 0) return <p className={styles['give']}>{t('ticket.return.give.nothing')}</p>;
  return kinds.map((kind) => (
    <p key={kind} className={styles['give']}>
      {t(`tender.giveBack.${kind}`, { amount: say.money(cents(Math.abs(props.byKind[kind]))) })}
    </p>
  ));
}
