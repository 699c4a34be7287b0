import type { ReactNode } from 'react';
import type { PrescriberId } from '#domain/ids.ts';
import { useWords } from '../messages/use-words.ts';
import { ListRow } from '../ui/list-row.tsx';
import { Panel } from '../ui/panel.tsx';
import styles from './money.module.css';
import { OpenDue } from './open-due.tsx';
import type { StructureAccount } from './structures.ts';

/** One card a structure: what it is to be asked for, and what it was asked for and has not paid. */
export function StructureList(props: {
  readonly accounts: readonly StructureAccount[];
  readonly chosen: PrescriberId;
  readonly onChoose: (id: PrescriberId) => void;
}): ReactNode {
  const { t, say } = useWords();
  return (
    <Panel
      flush
      label={t('money.credits.structures')}
      head={
        <div className={styles['head']}>
          <h2 className={styles['name']}>{t('money.credits.structures')}</h2>
        </div>
      }
    >
      <ul className={styles['list']}>
        {props.accounts.map(({ prescriberId, name, openCents, claimedCents }) => (
          <li key={prescriberId}>
            <ListRow
              className={styles['structure']}
              chosen={prescriberId === props.chosen}
              onPress={() => props.onChoose(prescriberId)}
            >
              <strong>{name}</strong>
              {openCents !== 0 && (
                <span className={styles['line']}>
                  <OpenDue openCents={openCents} />
                </span>
              )}
              {claimedCents !== 0 && (
                <span className={styles['line']}>
                  <span>{t('money.credits.claimed')}</span>
                  <strong>{say.money(claimedCents)}</strong>
                </span>
              )}
              {openCents === 0 && claimedCents === 0 && (
                <span className={styles['soft']}>{t('money.credits.settledUp')}</span>
              )}
            </ListRow>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
