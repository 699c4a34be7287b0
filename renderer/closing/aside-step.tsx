import type { ReactNode } from 'react';
import type { SessionView } from '#contract/session.ts';
import { type CashCount, cashCountTotal, cents } from '#domain/money.ts';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import { CashCountGrid } from '../ui/controls/cash-count-grid.tsx';
import { countFrom } from '../ui/controls/cash-count.ts';
import { Field } from '../ui/controls/field.tsx';
import { Panel } from '../ui/panel.tsx';
import styles from './closing.module.css';
import { leftAboveCount, proposedFloat, takingsOf, textsOf } from './count-entry.ts';
import type { ClosingDraft } from './draft.ts';

/** What stays in the drawer for tomorrow, and what goes into the envelope. */
export function AsideStep(props: {
  readonly draft: ClosingDraft;
  readonly change: (part: Partial<ClosingDraft>) => void;
  readonly session: SessionView;
  readonly counted: CashCount;
  readonly onNext: () => void;
  readonly onBack: () => void;
}): ReactNode {
  const { t, say } = useWords();
  const { draft, change, session, counted } = props;
  const proposal = proposedFloat(counted, session.floatCents);
  const texts = draft.floatTexts ?? textsOf(proposal);
  const floatLeft = countFrom(texts);
  const above = leftAboveCount(floatLeft, counted);
  const takingsCents = cents(cashCountTotal(counted) - cashCountTotal(floatLeft));
  const why = above
    ? t('closing.aside.above', { piece: say.shortMoney(cents(above)), count: counted[above] ?? 0 })
    : null;
  return (
    <>
      <Panel
        label={t('closing.steps.aside')}
        foot={
          <div className={styles['foot']}>
            <p className={styles['total']}>
              <span>{t('closing.aside.float')}</span>
              <strong>{say.money(cashCountTotal(floatLeft))}</strong>
            </p>
            <div className={styles['buttons']}>
              <Button big shortcut="Escape" onPress={props.onBack}>
                {t('ui.back')}
              </Button>
              <Button
                big
                wide
                kind="primary"
                why={why}
                onPress={() => {
                  change({ floatTexts: texts });
                  props.onNext();
                }}
              >
                {t('ui.next')}
              </Button>
            </div>
          </div>
        }
      >
        <CashCountGrid texts={texts} onChange={(floatTexts) => change({ floatTexts })} />
      </Panel>
      <Panel label={t('closing.aside.takings')} tone="plain">
        <p className={styles['soft']}>{t('closing.aside.takings')}</p>
        <p className={styles['huge']}>{say.money(cents(Math.max(0, takingsCents)))}</p>
        {!above && takingsCents > 0 && (
          <ul className={styles['pieces']}>
            {takingsOf(counted, floatLeft).map(({ piece, pieces }) => (
              <li key={piece}>{t('closing.aside.piece', { count: pieces, piece: say.shortMoney(piece) })}</li>
            ))}
          </ul>
        )}
        <div className={styles['gapAbove']}>
          <Field
            label={t('closing.aside.envelope')}
            hint={t('closing.aside.envelopeHint')}
            value={draft.envelope}
            onChange={(envelope) => change({ envelope })}
            maxLength={40}
          />
        </div>
        {draft.floatTexts !== null && (
          <div className={styles['gapAbove']}>
            <Button wide onPress={() => change({ floatTexts: null })}>
              {t('closing.aside.propose', { amount: say.money(cashCountTotal(proposal)) })}
            </Button>
          </div>
        )}
      </Panel>
    </>
  );
}
