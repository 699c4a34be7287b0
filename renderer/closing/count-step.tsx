import { type ReactNode, useEffect, useRef, useState } from 'react';
import { cashCountTotal, parseEuros } from '#domain/money.ts';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import { CashCountGrid, boxNames } from '../ui/controls/cash-count-grid.tsx';
import { countFrom } from '../ui/controls/cash-count.ts';
import { Dialog } from '../ui/controls/dialog.tsx';
import { Panel } from '../ui/panel.tsx';
import { BigEntry } from './big-entry.tsx';
import styles from './closing.module.css';
import {
  type Asked,
  type EmptyEntries,
  type TypedCount,
  emptyEntries,
  isAmountText,
  isCreditText,
  withNothingLeftEmpty,
} from './count-entry.ts';
import type { ClosingDraft } from './draft.ts';

/** The blind count: nothing here tells what should be found. */
export function CountStep(props: {
  readonly draft: ClosingDraft;
  readonly change: (part: Partial<ClosingDraft>) => void;
  readonly asked: Asked;
  readonly busy: boolean;
  readonly onVerify: (typed: TypedCount) => void;
  readonly onBack: (() => void) | null;
}): ReactNode {
  const { t, say } = useWords();
  const { draft, change, asked, onBack } = props;
  const [empty, setEmpty] = useState<EmptyEntries | null>(null);
  const grid = useRef<HTMLDivElement>(null);
  const papers = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const boxes = [...(grid.current?.querySelectorAll('input') ?? [])];
    (boxes.find((box) => box.value === '') ?? boxes[0])?.focus();
  }, []);
  const started = Object.keys(countFrom(draft.texts)).length > 0;
  const cardWrong = asked.card && draft.cardText !== '' && parseEuros(draft.cardText) === null;
  const why = !started ? t('closing.count.notCounted') : cardWrong ? t('closing.count.cardWrong') : null;
  const press = (): void => {
    const left = emptyEntries(draft, asked);
    if (left) setEmpty(left);
    else props.onVerify(draft);
  };
  const focusPaper = (index: number): void => papers.current?.querySelectorAll('input')[index]?.focus();
  return (
    <>
      <Panel
        label={t('closing.steps.count')}
        foot={
          <div className={styles['foot']}>
            <p className={styles['total']}>
              <span>{t('closing.count.total')}</span>
              <strong>{say.money(cashCountTotal(countFrom(draft.texts)))}</strong>
            </p>
            <div className={styles['buttons']}>
              {onBack && (
                <Button big shortcut="Escape" onPress={onBack}>
                  {t('ui.back')}
                </Button>
              )}
              <Button big wide kind="primary" why={why} disabled={props.busy} onPress={press}>
                {t('closing.count.verify')}
              </Button>
            </div>
          </div>
        }
      >
        <div ref={grid}>
          <CashCountGrid
            texts={draft.texts}
            onChange={(texts) => change({ texts })}
            {...(asked.card || asked.credits ? { onLast: () => focusPaper(0) } : {})}
          />
        </div>
      </Panel>
      <Panel
        label={t('closing.count.papers')}
        tone="plain"
        flush
        foot={<p className={styles['soft']}>{t('closing.count.blind')}</p>}
      >
        <div ref={papers}>
          <div className={styles['paper']}>
            {asked.card ? (
              <BigEntry
                label={t('closing.count.card')}
                hint={t('closing.count.cardHint')}
                value={draft.cardText}
                suffix="€"
                accepts={isAmountText}
                onChange={(cardText) => change({ cardText })}
                {...(asked.credits ? { onEnter: () => focusPaper(1) } : {})}
              />
            ) : (
              <>
                <p className={styles['soft']}>{t('closing.count.card')}</p>
                <p>{t('closing.count.noCard')}</p>
                <Button wide onPress={() => change({ cardAnyway: true })}>
                  {t('closing.count.cardAnyway')}
                </Button>
              </>
            )}
          </div>
          <div className={styles['paper']}>
            {asked.credits ? (
              <BigEntry
                label={t('closing.count.credits')}
                hint={t('closing.count.creditsHint')}
                prefix={t('closing.count.creditsUnit')}
                value={draft.creditText}
                accepts={isCreditText}
                onChange={(creditText) => change({ creditText })}
              />
            ) : (
              <>
                <p className={styles['soft']}>{t('closing.count.credits')}</p>
                <p>{t('closing.count.noCredits')}</p>
              </>
            )}
          </div>
        </div>
      </Panel>
      {empty && (
        <EmptyQuestion
          empty={empty}
          onClose={() => setEmpty(null)}
          onNone={() => {
            setEmpty(null);
            props.onVerify(withNothingLeftEmpty(draft, asked));
          }}
        />
      )}
    </>
  );
}

/** Asked once: whether what was left empty means that there is none. */
function EmptyQuestion(props: {
  readonly empty: EmptyEntries;
  readonly onNone: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const { t, say } = useWords();
  const { empty } = props;
  const boxes = boxNames(empty.boxes, say.shortMoney);
  const names = [
    boxes,
    empty.card && t('closing.count.emptyCard'),
    empty.credits && t('closing.count.emptyCredits'),
  ];
  const count = empty.boxes.length + Number(empty.card) + Number(empty.credits);
  return (
    <Dialog
      title={t('ui.count.emptyTitle', { count })}
      onClose={props.onClose}
      actions={
        <>
          <Button onPress={props.onClose} shortcut="Escape">
            {t('ui.count.emptyNo')}
          </Button>
          <Button kind="primary" onPress={props.onNone}>
            {t('ui.count.emptyYes')}
          </Button>
        </>
      }
    >
      <p>{t('ui.count.emptyText', { names: names.filter(Boolean).join(', ') })}</p>
    </Dialog>
  );
}
