import { type ReactNode, useState } from 'react';
import type { ClosedDay, ClosingCheck } from '#contract/closing.ts';
import type { SessionView } from '#contract/session.ts';
import type { Approval } from '#contract/form/fields.ts';
import type { Input } from '#contract/ipc.ts';
import { cashCountTotal, cents } from '#domain/money.ts';
import { useDo } from '../api/api.tsx';
import type { AllRefusals } from '../api/client.ts';
import { useDesk } from '../app/desk.tsx';
import { useWords } from '../messages/use-words.ts';
import { ApprovalDialog } from '../ui/controls/approval-dialog.tsx';
import { Button } from '../ui/controls/button.tsx';
import { countFrom } from '../ui/controls/cash-count.ts';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import styles from './closing.module.css';
import type { ClosingDraft } from './draft.ts';

/** Everything once more in a few lines, then the day is sealed. */
export function CloseStep(props: {
  readonly draft: ClosingDraft;
  readonly session: SessionView;
  readonly counted: Input<'checkCount'>;
  readonly check: ClosingCheck;
  readonly onClosed: (day: ClosedDay) => void;
  readonly onBack: () => void;
}): ReactNode {
  const { demo } = useDesk();
  const { t, say, refusal } = useWords();
  const { draft, session, counted, check } = props;
  const { act, pending } = useDo('closeSession');
  const [approving, setApproving] = useState(false);
  const [refused, setRefused] = useState<AllRefusals | null>(null);
  const floatLeft = countFrom(draft.floatTexts ?? {});
  const countedCents = cashCountTotal(counted.cash);
  const floatCents = cashCountTotal(floatLeft);
  const close = async (approval: Approval | null): Promise<AllRefusals | null> => {
    const answer = await act({
      ...counted,
      reasons: draft.reasons,
      floatLeft,
      envelope: draft.envelope.trim() || null,
      held: 'keep',
      approval,
    });
    if (answer.ok) {
      props.onClosed(answer.value);
      return null;
    }
    if (answer.refusal.kind === 'approval-needed') setApproving(true);
    else setRefused(answer.refusal);
    return answer.refusal;
  };
  const differs = check.differences.filter((one) => one.differenceCents !== 0);
  return (
    <>
      <Panel
        label={t('closing.steps.close')}
        foot={
          <div className={styles['buttons']}>
            <Button big shortcut="Escape" onPress={props.onBack}>
              {t('ui.back')}
            </Button>
            <Button big wide kind="primary" disabled={pending} onPress={() => void close(null)}>
              {t('closing.close.confirm')}
            </Button>
          </div>
        }
      >
        <h2 className={styles['title']}>
          {t('closing.close.day', { day: say.longDay(session.businessDay) })}
        </h2>
        {refused && (
          <div className={styles['gap']}>
            <Notice tone="refuse" sentence={refusal(refused)} live />
          </div>
        )}
        <dl className={styles['facts']} data-size="large">
          <div>
            <dt>{t('closing.count.total')}</dt>
            <dd>{say.money(countedCents)}</dd>
          </div>
          <div>
            <dt>{t('closing.aside.float')}</dt>
            <dd>{say.money(floatCents)}</dd>
          </div>
          <div>
            <dt>
              {draft.envelope.trim()
                ? t('closing.close.takingsIn', { envelope: draft.envelope.trim() })
                : t('closing.aside.takings')}
            </dt>
            <dd>{say.money(cents(countedCents - floatCents))}</dd>
          </div>
          {differs.map((one) => {
            const reason = draft.reasons[one.tender];
            const amount = say.money(cents(Math.abs(one.differenceCents)));
            return (
              <div key={one.tender}>
                <dt>
                  {t(`tender.many.${one.tender}`)}
                  {reason && <span className={styles['soft']}> · {t(`closing.reasons.${reason}`)}</span>}
                </dt>
                <dd>
                  {one.differenceCents > 0
                    ? t('closing.explain.more', { amount })
                    : t('closing.explain.less', { amount })}
                </dd>
              </div>
            );
          })}
        </dl>
      </Panel>
      <Panel label={t('closing.close.nextTitle')}>
        <h2 className={styles['sub']}>{t('closing.close.nextTitle')}</h2>
        <ol className={styles['after']}>
          <li>{t('closing.close.sealed')}</li>
          <li>{t('closing.close.printed')}</li>
          <li>{demo ? t('closing.close.demo') : t('closing.close.sent')}</li>
        </ol>
      </Panel>
      {approving && (
        <ApprovalDialog
          title={t('closing.close.approveTitle')}
          onClose={() => setApproving(false)}
          onApprove={close}
        >
          <p>{t('closing.close.approveText')}</p>
        </ApprovalDialog>
      )}
    </>
  );
}
