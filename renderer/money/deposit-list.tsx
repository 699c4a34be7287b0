import type { ReactNode } from 'react';
import type { DepositView } from '#contract/money.ts';
import { useWords } from '../messages/use-words.ts';
import { ListRow } from '../ui/list-row.tsx';
import { Panel } from '../ui/panel.tsx';
import styles from './money.module.css';
import { SeenPill } from './seen-pill.tsx';

/** Every deposit ever made, newest first: none leaves this list. */
export function DepositList(props: {
  readonly deposits: readonly DepositView[];
  readonly chosen: string;
  readonly onChoose: (depositId: string) => void;
}): ReactNode {
  const { t, say } = useWords();
  return (
    <Panel
      flush
      label={t('money.money.deposits')}
      head={
        <div className={styles['head']}>
          <h2 className={styles['name']}>{t('money.money.deposits')}</h2>
        </div>
      }
    >
      <ul className={styles['list']}>
        {props.deposits.map((one) => (
          <li key={one.depositId}>
            <ListRow
              className={styles['row']}
              chosen={one.depositId === props.chosen}
              onPress={() => props.onChoose(one.depositId)}
            >
              <strong>{t('money.money.depositOf', { moment: say.moment(one.at) })}</strong>
              <span className={styles['amount']}>{say.money(one.cents)}</span>
              <span className={styles['state']}>
                <SeenPill of="money" expectedCents={one.cents} seen={one.credited} />
              </span>
            </ListRow>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
