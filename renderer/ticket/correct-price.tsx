import { type ReactNode, useId, useState } from 'react';
import type { Approval } from '#contract/form/fields.ts';
import type { Output } from '#contract/ipc.ts';
import { type TicketView } from '#contract/ticket.ts';
import { priceReasons } from '#contract/correction.ts';
import { type LineId, type SaleId, brandAs } from '#domain/ids.ts';
import { useDo } from '../api/api.tsx';
import type { AllRefusals } from '../api/client.ts';
import { useWords } from '../messages/use-words.ts';
import { FamilyIcon } from '../basket/family-icon.tsx';
import { ApprovalDialog } from '../ui/controls/approval-dialog.tsx';
import { Button } from '../ui/controls/button.tsx';
import { Choice } from '../ui/controls/choice.tsx';
import { Dialog } from '../ui/controls/dialog.tsx';
import { Field } from '../ui/controls/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { isOfApproval } from './approval-refusal.ts';
import { GiveBack } from './give-back.tsx';
import { type PriceReason, priceStateOf, pricedLines } from './price-correction.ts';
import type { TicketLine } from './return-choice.ts';
import styles from './ticket.module.css';

/** A line that cost too much: taken back and sold again at the right price, in one record that a manager approves. */
export function CorrectPrice(props: {
  readonly ticket: TicketView;
  readonly onOpen: (saleId: SaleId) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { t, say, refusal } = useWords();
  const { ticket, onClose } = props;
  const { act } = useDo('correctPrice');
  // One identity for this dialog: pressed twice, the difference is given back once.
  const [correctionId] = useState(() => brandAs<SaleId>(crypto.randomUUID()));
  const lines = pricedLines(ticket);
  const [lineId, setLineId] = useState<LineId | null>(lines.length === 1 ? (lines[0]?.lineId ?? null) : null);
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState<PriceReason | null>(null);
  const [approving, setApproving] = useState(false);
  const [refused, setRefused] = useState<AllRefusals | null>(null);
  const [done, setDone] = useState<Output<'correctPrice'> | null>(null);
  const line = lines.find((one) => one.lineId === lineId) ?? null;
  const state = priceStateOf(line, typed, reason);
  const approve = async (approval: Approval): Promise<AllRefusals | null> => {
    if (state.kind !== 'ready') return null;
    const answer = await act({
      saleId: ticket.saleId,
      correctionId,
      lineId: state.line.lineId,
      unitPriceCents: state.unitPriceCents,
      reason: state.reason,
      approval,
    });
    if (answer.ok) setDone(answer.value);
    else if (isOfApproval(answer.refusal)) return answer.refusal;
    else setRefused(answer.refusal);
    return null;
  };
  if (done) return <PriceDone done={done} onOpen={props.onOpen} onClose={onClose} />;
  if (approving)
    return (
      <ApprovalDialog
        title={t('ticket.correct.approve')}
        onClose={() => setApproving(false)}
        onApprove={approve}
      />
    );
  return (
    <Dialog
      wide
      title={t('ticket.price.title')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose} shortcut="Escape">
            {t('ui.back')}
          </Button>
          <Button
            kind="primary"
            why={state.kind === 'ready' ? null : t(`ticket.price.problems.${state.kind}`)}
            onPress={() => setApproving(true)}
          >
            {state.kind === 'ready'
              ? t('ticket.price.confirm', { amount: say.money(state.backCents) })
              : t('ticket.correct.confirm')}
          </Button>
        </>
      }
    >
      <p>{t('ticket.price.text')}</p>
      <LineChoice
        lines={lines}
        chosen={lineId}
        onChoose={(id) => {
          setRefused(null);
          setLineId(id);
        }}
      />
      {line && (
        <Field
          key={line.lineId}
          focused
          label={t('ticket.price.right')}
          hint={t('ticket.price.paid', { amount: say.money(line.unitPriceCents) })}
          inputMode="decimal"
          value={typed}
          cap={<span aria-hidden="true">€</span>}
          maxLength={9}
          onChange={(text) => {
            setRefused(null);
            setTyped(text);
          }}
        />
      )}
      {line && (
        <Choice
          legend={t('ticket.price.why')}
          options={priceReasons.map((id) => ({ id, label: t(`ticket.price.reasons.${id}`) }))}
          value={reason}
          onPick={setReason}
        />
      )}
      {refused && <Notice tone="refuse" sentence={refusal(refused)} live />}
    </Dialog>
  );
}

function LineChoice(props: {
  readonly lines: readonly TicketLine[];
  readonly chosen: LineId | null;
  readonly onChoose: (id: LineId) => void;
}): ReactNode {
  const { t, say } = useWords();
  const name = useId();
  return (
    <fieldset className={styles['choices']}>
      <legend>{t('ticket.price.which')}</legend>
      {props.lines.map((line) => (
        <label key={line.lineId} className={styles['pick']}>
          <input
            type="radio"
            name={name}
            className={styles['tick']}
            checked={line.lineId === props.chosen}
            onChange={() => props.onChoose(line.lineId)}
          />
          <span className={styles['what']}>
            <strong>
              <FamilyIcon family={line.family} size={20} /> {line.label}
            </strong>
          </span>
          <strong className={styles['amount']}>{say.money(line.unitPriceCents)}</strong>
        </label>
      ))}
    </fieldset>
  );
}

function PriceDone(props: {
  readonly done: Output<'correctPrice'>;
  readonly onOpen: (saleId: SaleId) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useWords();
  const { done, onClose } = props;
  return (
    <Dialog
      title={t('ticket.price.done')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={() => props.onOpen(done.saleId)}>{t('ticket.return.see')}</Button>
          <Button kind="primary" shortcut="Escape" onPress={onClose}>
            {t('ticket.price.gaveBack')}
          </Button>
        </>
      }
    >
      <GiveBack byKind={done.refundByKind} />
      <p>{t('ticket.price.doneText', { number: done.number })}</p>
    </Dialog>
  );
}
