import type { ReactNode } from 'react';
import type { ClosingClue } from '#contract/closing.ts';
import { drawerReasons } from '#contract/session.ts';
import { useNavigation } from '../app/navigation.tsx';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import styles from './closing.module.css';

/** What could make the difference, each with the way to look at it and to put it right. */
export function Clues({ clues }: { readonly clues: readonly ClosingClue[] }): ReactNode {
  const { t } = useWords();
  const seen = distinct(clues);
  return (
    <section className={styles['clues']}>
      <h2 className={styles['sub']}>{t('closing.clues.title')}</h2>
      {seen.length === 0 ? (
        <p>{t('closing.clues.none')}</p>
      ) : (
        <ul className={styles['plainList']}>
          {seen.map((clue) => (
            <Clue key={keyOf(clue)} clue={clue} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Clue({ clue }: { readonly clue: ClosingClue }): ReactNode {
  const { t, say } = useWords();
  const { go } = useNavigation();
  if (clue.kind === 'drawer-opened') {
    const known = drawerReasons.find((one) => one === clue.reason);
    return (
      <li className={styles['row']}>
        <p className={styles['grow']}>
          {t('closing.clues.drawer-opened', {
            time: say.clock(clue.at),
            reason: known ? t(`closing.clues.reasons.${known}`) : clue.reason,
          })}
        </p>
      </li>
    );
  }
  const { saleId, number, kind } = clue;
  const amount = say.money(clue.cents);
  const tender = clue.kind === 'sale-of-that-amount' ? t(`tender.within.${clue.tender}`) : '';
  return (
    <li className={styles['row']}>
      <p className={styles['grow']}>{t(`closing.clues.${kind}`, { number, amount, tender })}</p>
      <Button label={t('closing.clues.seeLabel', { number })} onPress={() => go({ at: 'tickets', saleId })}>
        {t('closing.clues.see')}
      </Button>
      {kind !== 'return' && (
        <Button
          label={t('closing.clues.correctLabel', { number })}
          onPress={() => go({ at: 'tickets', saleId, start: 'correct' })}
        >
          {t('closing.clues.correct')}
        </Button>
      )}
    </li>
  );
}

const keyOf = (clue: ClosingClue): string =>
  clue.kind === 'drawer-opened' ? `${clue.kind} ${clue.at}` : `${clue.kind} ${clue.saleId}`;

/** Two tenders that differ may point to the same ticket. */
const distinct = (clues: readonly ClosingClue[]): readonly ClosingClue[] => [
  ...new Map(clues.map((clue) => [keyOf(clue), clue])).values(),
];
