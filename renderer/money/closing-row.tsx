import type { ReactNode } from 'react';
import type { ClosingView } from '#contract/closing.ts';
import { brandAs } from '#domain/ids.ts';
import type { Month } from '#domain/time.ts';
import { useWords } from '../messages/use-words.ts';
import { ListRow } from '../ui/list-row.tsx';
import styles from './money.module.css';

export function ClosingRow(props: {
  readonly closing: ClosingView;
  readonly chosen: boolean;
  readonly onChoose: (seq: number) => void;
}): ReactNode {
  const { t, say } = useWords();
  const nameOf = useClosingName();
  const { closing } = props;
  return (
    <ListRow className={styles['row']} chosen={props.chosen} onPress={() => props.onChoose(closing.seq)}>
      <strong>{nameOf(closing)}</strong>
      <span className={styles['amount']}>{say.money(closing.totalCents)}</span>
      <small>{t('money.closings.closedAt', { moment: say.moment(closing.at) })}</small>
    </ListRow>
  );
}

/** `Z 12, caisse du 14 mars 2028`, `Journée du 14 mars 2028`, `Mois : mars 2028`, `Année 2028`. */
export function useClosingName(): (closing: ClosingView) => string {
  const { t, say } = useWords();
  return ({ type, label, businessDay }) => {
    switch (type) {
      case 'session':
        return t('money.closings.session', { label, day: say.day(businessDay) });
      case 'day':
        return t('money.closings.day', { day: say.day(businessDay) });
      case 'month':
        return t('money.closings.month', { month: say.month(brandAs<Month>(label)) });
      case 'year':
        return t('money.closings.year', { year: label });
    }
  };
}
