import { CalendarDays } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { OpeningProposal } from '#contract/session.ts';
import { type Cents, cashCountTotal, cents } from '#domain/money.ts';
import { useDo } from '../api/api.tsx';
import type { AllRefusals } from '../api/client.ts';
import { useWords } from '../messages/use-words.ts';
import { useAnnouncer } from '../ui/announcer.tsx';
import { Button } from '../ui/controls/button.tsx';
import { CashCountGrid } from '../ui/controls/cash-count-grid.tsx';
import { type CountTexts, countFrom, emptyBoxes, filledWithZeros } from '../ui/controls/cash-count.ts';
import { Dialog } from '../ui/controls/dialog.tsx';
import { EmptyBoxesDialog } from '../ui/controls/empty-boxes-dialog.tsx';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import styles from './session.module.css';

type Question = 'empty-boxes' | 'day' | null;

export function OpeningCount({ proposal }: { readonly proposal: OpeningProposal }): ReactNode {
  const { t, say, refusal } = useWords();
  const { announce } = useAnnouncer();
  const { act, pending } = useDo('openSession');
  const [texts, setTexts] = useState<CountTexts>({});
  const [question, setQuestion] = useState<Question>(null);
  const [refused, setRefused] = useState<AllRefusals | null>(null);
  const { businessDay, floatLeftCents, dayNeedsConfirmation } = proposal;
  const count = countFrom(texts);
  const total = cashCountTotal(count);
  const started = Object.keys(count).length > 0;

  const open = async (counted: CountTexts, dayConfirmed: boolean): Promise<void> => {
    setQuestion(null);
    const answer = await act({ businessDay, count: countFrom(counted), dayConfirmed });
    if (!answer.ok && answer.refusal.kind === 'day-needs-confirmation') return setQuestion('day');
    if (!answer.ok) return setRefused(answer.refusal);
    const difference = answer.value.floatDifferenceCents;
    if (difference)
      announce('info', {
        text: t('session.differs', { amount: say.money(difference) }),
        next: t('session.differsNext'),
      });
    return undefined;
  };
  const askDay = (counted: CountTexts): void => {
    if (dayNeedsConfirmation) setQuestion('day');
    else void open(counted, false);
  };
  const press = (): void => {
    setRefused(null);
    if (emptyBoxes(texts).length > 0) setQuestion('empty-boxes');
    else askDay(texts);
  };

  return (
    <div className={styles['columns']}>
      <Panel label={t('session.title')} foot={<p className={styles['soft']}>{t('session.how')}</p>}>
        <h1 className={styles['title']}>{t('session.title')}</h1>
        <p className={styles['day']}>
          <CalendarDays size={22} aria-hidden="true" />
          <span>
            {t('session.day')} <strong>{say.longDay(businessDay)}</strong>
          </span>
        </p>
        {refused && <Notice tone="refuse" sentence={refusal(refused)} live />}
      </Panel>
      <Panel
        label={t('session.total')}
        foot={
          <div className={styles['foot']}>
            <div className={styles['total']}>
              <span>{t('session.total')}</span>
              <strong>{say.money(total)}</strong>
            </div>
            <Button
              big
              wide
              kind="primary"
              onPress={press}
              why={started ? null : t('session.notCounted')}
              disabled={pending}
            >
              {t('session.open')}
            </Button>
          </div>
        }
      >
        <CashCountGrid texts={texts} onChange={setTexts} />
      </Panel>
      <Panel label={t('session.left')}>
        <LeftBefore left={floatLeftCents} total={total} started={started} />
        {!started && (
          <div className={styles['none']}>
            <Button wide onPress={() => setTexts(filledWithZeros({}))}>
              {t('session.none')}
            </Button>
          </div>
        )}
      </Panel>
      {question === 'empty-boxes' && (
        <EmptyBoxesDialog
          empty={emptyBoxes(texts)}
          onClose={() => setQuestion(null)}
          onNone={() => {
            const filled = filledWithZeros(texts);
            setTexts(filled);
            setQuestion(null);
            askDay(filled);
          }}
        />
      )}
      {question === 'day' && (
        <DayQuestion
          proposal={proposal}
          onYes={() => void open(filledWithZeros(texts), true)}
          onClose={() => setQuestion(null)}
        />
      )}
    </div>
  );
}

/** The float against what was left at the last closing: seen, never hidden, never in the way. */
function LeftBefore(props: {
  readonly left: Cents | null;
  readonly total: Cents;
  readonly started: boolean;
}): ReactNode {
  const { t, say } = useWords();
  const { left, total, started } = props;
  if (left === null) return <p className={styles['soft']}>{t('session.noLeft')}</p>;
  const difference = total - left;
  const amount = say.money(cents(Math.abs(difference)));
  return (
    <div className={styles['left']}>
      <p className={styles['soft']}>{t('session.left')}</p>
      <p className={styles['amount']}>{say.money(left)}</p>
      {started && difference === 0 && <Notice tone="good">{t('session.same')}</Notice>}
      {started && difference !== 0 && (
        <Notice tone="warn">
          <p>
            <strong>{difference > 0 ? t('session.more', { amount }) : t('session.less', { amount })}</strong>
          </p>
          <p>{t('session.differenceText')}</p>
        </Notice>
      )}
    </div>
  );
}

function DayQuestion(props: {
  readonly proposal: OpeningProposal;
  readonly onYes: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const { t, say } = useWords();
  const { businessDay, lastBusinessDay } = props.proposal;
  const day = say.longDay(businessDay);
  return (
    <Dialog
      title={t('session.dayTitle', { day })}
      onClose={props.onClose}
      actions={
        <>
          <Button onPress={props.onClose} shortcut="Escape">
            {t('session.dayNo')}
          </Button>
          <Button kind="primary" onPress={props.onYes}>
            {t('session.dayYes', { day: say.day(businessDay) })}
          </Button>
        </>
      }
    >
      <p>
        {lastBusinessDay
          ? t('session.dayText', { last: say.longDay(lastBusinessDay) })
          : t('session.dayFirst')}
      </p>
    </Dialog>
  );
}
