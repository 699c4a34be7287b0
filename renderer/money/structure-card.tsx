import type { ReactNode } from 'react';
import { useNavigation } from '../app/navigation.tsx';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import { ListRow } from '../ui/list-row.tsx';
import { Panel } from '../ui/panel.tsx';
import styles from './money.module.css';
import { OpenDue } from './open-due.tsx';
import { SeenPill } from './seen-pill.tsx';
import type { CreditsStep, StructureAccount } from './structures.ts';

/** What one structure is to be asked for, and the statements that were ever made for it. */
export function StructureCard(props: {
  readonly account: StructureAccount;
  readonly step: CreditsStep;
  readonly chosen: string | null;
  readonly onChoose: (statementId: string) => void;
  readonly onMake: () => void;
}): ReactNode {
  const { t, say } = useWords();
  const { home } = useNavigation();
  const { account, step } = props;
  const { open, statements } = account;
  return (
    <Panel
      flush
      label={t('money.credits.one')}
      foot={
        <div className={styles['foot']}>
          {open.length > 0 && (
            <p className={styles['total']}>
              <OpenDue openCents={account.openCents} />
            </p>
          )}
          <div className={styles['buttons']}>
            <Button big kind={step === 'leave' ? 'primary' : 'plain'} shortcut="Escape" onPress={home}>
              {t('ui.back')}
            </Button>
            <Button
              big
              wide
              kind={step === 'make' ? 'primary' : 'plain'}
              why={account.openCents > 0 ? null : t('money.credits.needOpen')}
              onPress={props.onMake}
            >
              {t('money.credits.make')}
            </Button>
          </div>
        </div>
      }
    >
      <section className={styles['section']}>
        <h2 className={styles['name']}>{account.name}</h2>
        <h3 className={styles['sub']}>{t('money.credits.open')}</h3>
        {open.length === 0 && <p>{t('money.credits.nothingOpen')}</p>}
        <ul className={styles['plainList']}>
          {open.map((one) => (
            <li key={`${one.number} ${one.commitment}`} className={styles['line']}>
              <span className={styles['what']}>
                <strong>{t('money.credits.credit', { commitment: one.commitment })}</strong>
                <span className={styles['soft']}>
                  {t('money.credits.ticket', { number: one.number, day: say.day(one.businessDay) })}
                </span>
              </span>
              <strong className={styles['amount']}>{say.money(one.cents)}</strong>
            </li>
          ))}
        </ul>
      </section>
      {statements.length > 0 && (
        <section>
          <h3 className={`${styles['sub']} ${styles['ruled']}`}>{t('money.credits.statements')}</h3>
          <ul className={styles['list']}>
            {statements.map((one) => (
              <li key={one.statementId}>
                <ListRow
                  className={styles['row']}
                  chosen={one.statementId === props.chosen}
                  onPress={() => props.onChoose(one.statementId)}
                >
                  <strong>
                    {t('money.credits.statement', {
                      number: say.number(one.number),
                      moment: say.moment(one.madeAt),
                    })}
                  </strong>
                  <span className={styles['amount']}>{say.money(one.totalCents)}</span>
                  <span className={styles['state']}>
                    <SeenPill of="credits" expectedCents={one.totalCents} seen={one.settled} />
                  </span>
                </ListRow>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Panel>
  );
}
