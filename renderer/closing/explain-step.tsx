import type { ReactNode } from 'react';
import type { ClosingCheck } from '#contract/closing.ts';
import { type Difference, differenceReasons } from '#domain/closing.ts';
import { cents } from '#domain/money.ts';
import { may } from '#domain/roles.ts';
import type { TenderKind } from '#domain/tender.ts';
import { useDesk } from '../app/desk.tsx';
import { useWords } from '../messages/use-words.ts';
import { tenderIcons } from '../sale/tender-mark.tsx';
import { Button } from '../ui/controls/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { Clues } from './clues.tsx';
import styles from './closing.module.css';
import { DayChart } from './day-chart.tsx';
import type { ClosingDraft } from './draft.ts';

/** What was counted against what the journal says, in words; a difference is explained and never blocks. */
export function ExplainStep(props: {
  readonly draft: ClosingDraft;
  readonly change: (part: Partial<ClosingDraft>) => void;
  readonly check: ClosingCheck;
  readonly onNext: () => void;
  readonly onBack: () => void;
}): ReactNode {
  const { t } = useWords();
  const { operator } = useDesk();
  const { draft, change, check } = props;
  const shown = check.differences.filter(
    (one) => one.tender === 'cash' || one.expectedCents !== 0 || one.countedCents !== 0,
  );
  const differs = shown.filter((one) => one.differenceCents !== 0);
  const silent = differs.filter((one) => draft.reasons[one.tender] === null).length;
  return (
    <>
      <Panel
        label={t('closing.steps.explain')}
        flush
        foot={
          <div className={styles['buttons']}>
            <Button big shortcut="Escape" onPress={props.onBack}>
              {t('closing.explain.recount')}
            </Button>
            <Button
              big
              wide
              kind="primary"
              why={silent > 0 ? t('closing.explain.silent', { count: silent }) : null}
              onPress={props.onNext}
            >
              {t('ui.next')}
            </Button>
          </div>
        }
      >
        <div className={styles['lead']}>
          {differs.length === 0 ? (
            <Notice
              tone="good"
              live
              sentence={{ text: t('closing.explain.right'), next: t('closing.explain.rightNext') }}
            />
          ) : (
            <Notice
              tone="warn"
              live
              sentence={{
                text: t('closing.explain.differs', { count: differs.length }),
                next: t('closing.explain.differsNext'),
              }}
            />
          )}
          {check.managerNeeded && !may(operator, 'manager') && (
            <Notice
              tone="info"
              sentence={{ text: t('closing.explain.manager'), next: t('closing.explain.managerNext') }}
            />
          )}
        </div>
        <ul className={styles['rows']}>
          {shown.map((one) => (
            <DifferenceRow
              key={one.tender}
              difference={one}
              reason={draft.reasons[one.tender]}
              onReason={(reason) => change({ reasons: { ...draft.reasons, [one.tender]: reason } })}
            />
          ))}
        </ul>
        {differs.length > 0 && <Clues clues={check.clues} />}
      </Panel>
      <TotalsPanel check={check} />
    </>
  );
}

function DifferenceRow(props: {
  readonly difference: Difference;
  readonly reason: ClosingDraft['reasons'][TenderKind];
  readonly onReason: (reason: (typeof differenceReasons)[number]) => void;
}): ReactNode {
  const { t, say } = useWords();
  const { tender, expectedCents, countedCents, differenceCents } = props.difference;
  const Icon = tenderIcons[tender];
  const amount = say.money(cents(Math.abs(differenceCents)));
  return (
    <li className={styles['difference']}>
      <div className={styles['row']}>
        <span className={styles['icon']} data-tone={differenceCents === 0 ? 'good' : 'warn'}>
          <Icon size={24} aria-hidden="true" />
        </span>
        <div className={styles['grow']}>
          <h2 className={styles['label']}>{t(`tender.many.${tender}`)}</h2>
          <p className={styles['soft']}>
            {t('closing.explain.against', {
              counted: say.money(countedCents),
              expected: say.money(expectedCents),
            })}
          </p>
        </div>
        <strong className={styles['verdict']} data-tone={differenceCents === 0 ? 'good' : 'warn'}>
          {differenceCents === 0
            ? t('closing.explain.same')
            : differenceCents > 0
              ? t('closing.explain.more', { amount })
              : t('closing.explain.less', { amount })}
        </strong>
      </div>
      {differenceCents !== 0 && (
        <fieldset className={styles['reasons']}>
          <legend>{t('closing.explain.why')}</legend>
          {differenceReasons.map((reason) => (
            <Button key={reason} pressed={props.reason === reason} onPress={() => props.onReason(reason)}>
              {t(`closing.reasons.${reason}`)}
            </Button>
          ))}
        </fieldset>
      )}
    </li>
  );
}

function TotalsPanel({ check }: { readonly check: ClosingCheck }): ReactNode {
  const { t, say } = useWords();
  const { totals } = check;
  return (
    <Panel label={t('closing.day.title')}>
      <h2 className={styles['sub']}>{t('closing.day.title')}</h2>
      <dl className={styles['facts']}>
        <div>
          <dt>{t('closing.day.sales')}</dt>
          <dd>{say.number(totals.sales)}</dd>
        </div>
        <div>
          <dt>{t('closing.day.returns')}</dt>
          <dd>{say.number(totals.returns)}</dd>
        </div>
        <div>
          <dt>{t('closing.day.total')}</dt>
          <dd>{say.money(totals.totalCents)}</dd>
        </div>
        <div data-tone="accent">
          <dt>{t('closing.day.saving')}</dt>
          <dd>{say.money(totals.savingCents)}</dd>
        </div>
      </dl>
      <DayChart hours={check.hours} />
    </Panel>
  );
}
