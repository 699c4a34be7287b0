import { type ReactNode, useState } from 'react';
import type { Approval } from '#contract/form/fields.ts';
import type { Output } from '#contract/ipc.ts';
import { type SaleId, brandAs } from '#domain/ids.ts';
import { nothingByTender } from '#domain/tender.ts';
import { useDo } from '../api/api.tsx';
import type { AllRefusals } from '../api/client.ts';
import { useWords } from '../messages/use-words.ts';
import { type Taken, useScanTarget } from '../scanning/listening.tsx';
import { useAnnouncer } from '../ui/announcer.tsx';
import { ApprovalDialog } from '../ui/controls/approval-dialog.tsx';
import { Button } from '../ui/controls/button.tsx';
import { Choice } from '../ui/controls/choice.tsx';
import { Field } from '../ui/controls/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { isOfApproval } from './approval-refusal.ts';
import { ProductPick } from './product-pick.tsx';
import { ReturnDone } from './return-done.tsx';
import { Stepper } from './stepper.tsx';
import styles from './ticket.module.css';
import {
  type BackChoice,
  askedBack,
  backCentsOf,
  backScan,
  mostBack,
  nothingBack,
  problemOfBack,
} from './without-ticket-choice.ts';

const conditions = ['unopened', 'faulty'] as const;

/** Something comes back and nobody has its ticket: a manager's exception, paid back in cash. */
export function WithoutTicket(props: {
  readonly onBack: () => void;
  readonly onOpen: (saleId: SaleId) => void;
  /** The ticket turned out to be known: the return is made from it. */
  readonly onReturn: (saleId: SaleId) => void;
}): ReactNode {
  const { t, say, refusal } = useWords();
  const { announce } = useAnnouncer();
  const { act } = useDo('returnWithoutTicket');
  // One identity for the whole attempt: pressed twice, it is paid back once.
  const [returnId] = useState(() => brandAs<SaleId>(crypto.randomUUID()));
  const [choice, setChoice] = useState<BackChoice>(nothingBack);
  const [approving, setApproving] = useState(false);
  const [refused, setRefused] = useState<AllRefusals | null>(null);
  const [done, setDone] = useState<Output<'returnWithoutTicket'> | null>(null);
  const change = (part: Partial<BackChoice>): void => {
    setRefused(null);
    setChoice({ ...choice, ...part });
  };
  const taken = (readings: readonly string[]): Taken => {
    const scan = backScan(readings);
    if (scan.kind === 'elsewhere') return 'pass';
    if (scan.kind === 'unit' && choice.tile && choice.tile.unit !== null) {
      change({ unit: scan.text });
      return 'yes';
    }
    announce('info', { text: t('ticket.without.pickFirst'), next: t('ticket.without.pickFirstNext') });
    return 'no';
  };
  useScanTarget(done ? null : (scan) => taken(scan.readings));
  const approve = async (approval: Approval, reason: string): Promise<AllRefusals | null> => {
    const asked = askedBack(choice);
    if (!asked) return null;
    const answer = await act({ returnId, ...asked, reason, approval });
    if (answer.ok) setDone(answer.value);
    else if (isOfApproval(answer.refusal)) return answer.refusal;
    else setRefused(answer.refusal);
    return null;
  };
  if (done)
    return (
      <ReturnDone
        done={{
          ...done,
          refundByKind: { ...nothingByTender, cash: done.refundCents },
        }}
        exchanged={[]}
        onOpen={props.onOpen}
      />
    );
  const problem = problemOfBack(choice);
  const amount = say.money(backCentsOf(choice));
  const known = refused?.kind === 'ticket-is-known' ? refused : null;
  return (
    <>
      <ProductPick
        chosen={choice.tile?.sku ?? null}
        onPick={(tile) => {
          setRefused(null);
          setChoice({ ...nothingBack, tile });
        }}
      />
      <Panel
        label={t('ticket.without.title')}
        foot={
          <div className={styles['foot']}>
            <p className={styles['total']}>
              <span>{t('ticket.without.cash')}</span>
              <strong>{amount}</strong>
            </p>
            <div className={`${styles['actions']} ${styles['stacked']}`}>
              <Button big shortcut="Escape" onPress={props.onBack}>
                {t('ui.back')}
              </Button>
              {known ? (
                <Button big kind="primary" onPress={() => props.onReturn(known.saleId)}>
                  {t('ticket.without.openTicket')}
                </Button>
              ) : (
                <Button
                  big
                  kind="primary"
                  why={problem && t(`ticket.without.problems.${problem}`)}
                  onPress={() => setApproving(true)}
                >
                  {t('ticket.return.refund', { amount })}
                </Button>
              )}
            </div>
          </div>
        }
      >
        <div className={styles['form']}>
          <h2>{t('ticket.without.title')}</h2>
          <p>{t('ticket.without.text')}</p>
          {refused && <Notice tone="refuse" sentence={refusal(refused)} live />}
          <BackFields choice={choice} onChange={change} />
        </div>
      </Panel>
      {approving && (
        <ApprovalDialog
          askReason
          title={t('ticket.return.approve')}
          onClose={() => setApproving(false)}
          onApprove={approve}
        >
          <p>{t('ticket.without.approveText', { label: choice.tile?.label ?? '', amount })}</p>
        </ApprovalDialog>
      )}
    </>
  );
}

function BackFields(props: {
  readonly choice: BackChoice;
  readonly onChange: (part: Partial<BackChoice>) => void;
}): ReactNode {
  const { t } = useWords();
  const { choice, onChange } = props;
  const { tile } = choice;
  if (!tile) return <p className={styles['hint']}>{t('ticket.without.pick')}</p>;
  return (
    <>
      <p className={styles['picked']}>{tile.label}</p>
      {tile.unit === null ? (
        <Stepper
          legend={t('ticket.without.quantity')}
          value={choice.quantity}
          max={mostBack}
          onChange={(quantity) => onChange({ quantity })}
        />
      ) : (
        <Field
          key={tile.sku}
          focused
          label={t('ticket.without.unit')}
          hint={choice.unit.trim() === '' ? t('ticket.return.newUnitHint') : t('ticket.return.newUnitRead')}
          value={choice.unit}
          onChange={(unit) => onChange({ unit })}
          maxLength={64}
        />
      )}
      <Choice
        legend={t('ticket.return.state')}
        options={conditions.map((id) => ({ id, label: t(`ticket.return.conditions.${id}`) }))}
        value={choice.condition}
        onPick={(condition) => onChange({ condition })}
      />
    </>
  );
}
