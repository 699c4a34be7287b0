import type { ReactNode } from 'react';
import type { DepositView } from '#contract/money.ts';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import { Panel } from '../ui/panel.tsx';
import styles from './money.module.css';
import { EnvelopeWords } from './safe-panel.tsx';
import { SeenPill } from './seen-pill.tsx';

/** One deposit: its number, what it holds, and what the bank showed of it. */
export function DepositCard(props: {
  readonly deposit: DepositView;
  readonly isNext: boolean;
  readonly onSeen: () => void;
}): ReactNode {
  const { t, say } = useWords();
  const { deposit } = props;
  const { credited, envelopes } = deposit;
  return (
    <Panel
      readable
      label={t('money.money.one')}
      foot={
        !credited && (
          <Button big wide kind={props.isNext ? 'primary' : 'plain'} onPress={props.onSeen}>
            {t('money.money.seen.button')}
          </Button>
        )
      }
    >
      <div className={styles['stack']}>
        <h2 className={styles['name']}>{t('money.money.depositOf', { moment: say.moment(deposit.at) })}</h2>
        <p className={styles['huge']}>{say.money(deposit.cents)}</p>
        <div>
          <SeenPill of="money" expectedCents={deposit.cents} seen={credited} />
        </div>
        <dl className={styles['facts']}>
          <div>
            <dt>{t('money.money.facts.slip')}</dt>
            <dd>{deposit.slip}</dd>
          </div>
          <div>
            <dt>{t('money.money.facts.by')}</dt>
            <dd>{deposit.by}</dd>
          </div>
          {credited && (
            <div>
              <dt>{t('money.money.facts.credited')}</dt>
              <dd>
                {t('money.money.creditedOn', {
                  amount: say.money(credited.cents),
                  day: say.day(credited.on),
                  name: credited.by,
                })}
              </dd>
            </div>
          )}
        </dl>
        <section>
          <h3 className={styles['sub']}>{t('money.money.facts.inside')}</h3>
          <ul className={styles['plainList']}>
            {envelopes.map((one) => (
              <li key={one.id} className={styles['line']}>
                <EnvelopeWords envelope={one} />
              </li>
            ))}
          </ul>
        </section>
      </div>
    </Panel>
  );
}
