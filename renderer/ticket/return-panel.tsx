import { ScanBarcode } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { Approval } from '#contract/form/fields.ts';
import type { Output } from '#contract/ipc.ts';
import type { TicketView } from '#contract/ticket.ts';
import { type SaleId, brandAs } from '#domain/ids.ts';
import { useDo } from '../api/api.tsx';
import type { AllRefusals } from '../api/client.ts';
import { useWords } from '../messages/use-words.ts';
import { useScanTarget } from '../scanning/listening.tsx';
import { useAnnouncer } from '../ui/announcer.tsx';
import { ApprovalDialog } from '../ui/controls/approval-dialog.tsx';
import { Button } from '../ui/controls/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import {
  type Choices,
  type LineChoice,
  type TicketLine,
  awaitsUnit,
  chosenLines,
  isUnitOf,
  leftOf,
  problemOf,
  refundOf,
  requestFrom,
  startChoice,
  unitIn,
} from './return-choice.ts';
import { ReturnDone } from './return-done.tsx';
import { ReturnLine } from './return-line.tsx';
import styles from './ticket.module.css';

interface Done {
  readonly answer: Output<'returnLines'>;
  readonly exchanged: ReturnType<typeof chosenLines>;
}

/** What comes back, in what state, and what the person gets for it. */
export function ReturnPanel(props: {
  readonly ticket: TicketView;
  readonly onBack: () => void;
  readonly onOpen: (saleId: SaleId) => void;
}): ReactNode {
  const { t, say, refusal } = useWords();
  const { ticket, onBack } = props;
  const { announce } = useAnnouncer();
  const { act, pending } = useDo('returnLines');
  // One identity for the whole attempt: pressed twice, it is paid back once.
  const [returnId] = useState(() => brandAs<SaleId>(crypto.randomUUID()));
  const left = ticket.lines.filter((line) => leftOf(line) > 0);
  const [choices, setChoices] = useState<Choices>(() => onlyOne(left));
  const [approving, setApproving] = useState(false);
  const [refused, setRefused] = useState<AllRefusals | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const change = (line: TicketLine, choice: LineChoice | null): void => {
    setRefused(null);
    setChoices(withChoice(choices, line, choice));
  };
  const taken = (readings: readonly string[]): 'yes' | 'no' | 'pass' => {
    const text = unitIn(readings);
    if (text === null) return 'pass';
    const own = left.find((line) => isUnitOf(line, text));
    if (own) {
      if (!choices[own.lineId]) change(own, startChoice(own));
      return 'yes';
    }
    const waiting = left.find((line) => awaitsUnit(line, choices[line.lineId]));
    const choice = waiting && choices[waiting.lineId];
    if (!waiting || !choice) {
      announce('info', { text: t('ticket.return.notOnTicket'), next: t('ticket.return.how') });
      return 'no';
    }
    change(waiting, { ...choice, newUnit: text });
    return 'yes';
  };
  useScanTarget(done ? null : (scan) => taken(scan.readings));
  const chosen = chosenLines(left, choices);
  const request = requestFrom(left, choices);
  const problem = chosen.map(({ line, choice }) => problemOf(line, choice)).find((one) => one !== null);
  const why =
    chosen.length === 0
      ? t('ticket.return.problems.line')
      : problem
        ? t(`ticket.return.problems.${problem}`)
        : null;
  const asksManager = chosen.some(({ choice }) => choice.exception);
  const send = async (
    override: { approval: Approval; reason: string } | null,
  ): Promise<AllRefusals | null> => {
    if (!request) return null;
    const answer = await act({ saleId: ticket.saleId, returnId, lines: request, override });
    if (answer.ok) {
      // Taken down now: the ticket that is asked again no longer has these lines to give back.
      setDone({ answer: answer.value, exchanged: chosen.filter(({ choice }) => choice.as === 'exchange') });
      return null;
    }
    if (answer.refusal.kind === 'approval-needed') setApproving(true);
    else if (!override || answer.refusal.kind !== 'approval-refused') setRefused(answer.refusal);
    return answer.refusal;
  };
  if (done) return <ReturnDone done={done.answer} exchanged={done.exchanged} onOpen={props.onOpen} />;
  const refundCents = refundOf(left, choices);
  return (
    <Panel
      label={t('ticket.return.button')}
      flush
      foot={
        <div className={styles['foot']}>
          <p className={styles['total']}>
            <span>{t('ticket.return.back')}</span>
            <strong>{say.money(refundCents)}</strong>
          </p>
          <div className={styles['actions']}>
            <Button big shortcut="Escape" onPress={onBack}>
              {t('ui.back')}
            </Button>
            <Button
              big
              kind="primary"
              why={why}
              disabled={pending}
              onPress={() => (asksManager ? setApproving(true) : void send(null))}
            >
              {t(refundCents > 0 ? 'ticket.return.refund' : 'ticket.return.exchange', {
                amount: say.money(refundCents),
              })}
            </Button>
          </div>
        </div>
      }
    >
      <header className={styles['about']}>
        <h2>{t('ticket.return.of', { number: ticket.number })}</h2>
        <p className={styles['hint']}>
          <ScanBarcode size={22} aria-hidden="true" /> {t('ticket.return.how')}
        </p>
        {refused && <Notice tone="refuse" sentence={refusal(refused)} live />}
        {left.length === 0 && <Notice tone="info">{t('ticket.return.nothingLeft')}</Notice>}
      </header>
      <ul className={styles['lines']}>
        {left.map((line) => (
          <ReturnLine
            key={line.lineId}
            line={line}
            choice={choices[line.lineId] ?? null}
            onChange={(choice) => change(line, choice)}
          />
        ))}
      </ul>
      {approving && (
        <ApprovalDialog
          askReason
          title={t('ticket.return.approve')}
          onClose={() => setApproving(false)}
          onApprove={(approval, reason) => send({ approval, reason })}
        />
      )}
    </Panel>
  );
}

const onlyOne = (left: readonly TicketLine[]): Choices => {
  const [first] = left;
  return first && left.length === 1 && first.mayReturn !== 'never'
    ? { [first.lineId]: startChoice(first) }
    : {};
};

function withChoice(choices: Choices, line: TicketLine, choice: LineChoice | null): Choices {
  const others = Object.entries(choices).filter(([lineId]) => lineId !== line.lineId);
  return Object.fromEntries(choice ? [...others, [line.lineId, choice]] : others);
}
