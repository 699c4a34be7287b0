import { CircleCheckBig } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { FinishedSale } from '#contract/sale.ts';
import type { UnitKey } from '#domain/ids.ts';
import type { TicketDocument } from '#paper/document.ts';
import { useDo } from '../api/api.tsx';
import { useDesk } from '../app/desk.tsx';
import { useNavigation } from '../app/navigation.tsx';
import { useWords } from '../messages/use-words.ts';
import { useCommand } from '../scanning/listening.tsx';
import { useAnnouncer } from '../ui/announcer.tsx';
import { Button } from '../ui/controls/button.tsx';
import { Dialog } from '../ui/controls/dialog.tsx';
import { grouped } from '../ui/format.ts';
import { TicketPreview } from '../ui/ticket-preview.tsx';
import { ChangeBox } from './change-box.tsx';
import styles from './sale.module.css';

/** After the payment: the identity step of a SIM where its company asks for one, then "Terminé". */
export function DoneColumn(props: { readonly sale: FinishedSale; readonly onNext: () => void }): ReactNode {
  const [sale, setSale] = useState(props.sale);
  const [answered, setAnswered] = useState<readonly UnitKey[]>([]);
  const step = sale.identitySteps.find((one) => !one.done && !answered.includes(one.unitKey));
  if (step)
    return (
      <IdentityStep
        key={step.unitKey}
        sale={sale}
        step={step}
        onAnswered={(after) => {
          setSale(after);
          setAnswered([...answered, step.unitKey]);
        }}
      />
    );
  return <DoneCard sale={sale} onNext={props.onNext} />;
}

function IdentityStep(props: {
  readonly sale: FinishedSale;
  readonly step: FinishedSale['identitySteps'][number];
  readonly onAnswered: (sale: FinishedSale) => void;
}): ReactNode {
  const { t } = useWords();
  const { announceRefusal } = useAnnouncer();
  const { sale, step } = props;
  const { act, pending } = useDo('recordIdentitySeen');
  const answer = async (how: 'seen' | 'passed-on'): Promise<void> => {
    const answered = await act({ saleId: sale.saleId, unitKey: step.unitKey, how });
    if (answered.ok) props.onAnswered(answered.value);
    else announceRefusal(answered.refusal);
  };
  return (
    <section className={styles['column']} aria-label={t('sale.identity.title')}>
      <div className={styles['step']}>
        <h2 className={styles['say']}>{t('sale.identity.title')}</h2>
        <p>{t('sale.identity.text', { carrier: step.carrier, text: grouped(step.text) })}</p>
        {step.handOverWaits && <p>{t('sale.identity.waits')}</p>}
        {sale.changeCents > 0 && <ChangeBox cents={sale.changeCents} />}
      </div>
      <div className={styles['end']}>
        <Button wide disabled={pending} onPress={() => void answer('passed-on')}>
          {t('sale.identity.passedOn')}
        </Button>
        <Button big wide kind="primary" disabled={pending} onPress={() => void answer('seen')}>
          {t('sale.identity.seen')}
        </Button>
      </div>
    </section>
  );
}

function DoneCard(props: { readonly sale: FinishedSale; readonly onNext: () => void }): ReactNode {
  const { t, say } = useWords();
  const { go } = useNavigation();
  const { operator } = useDesk();
  const { announceRefusal } = useAnnouncer();
  const print = useDo('printTicket');
  const [paper, setPaper] = useState<TicketDocument | null>(null);
  const [showing, setShowing] = useState(false);
  const { sale, onNext } = props;
  const { fault } = useDesk().printer;
  useCommand('next', onNext);
  const printIt = async (): Promise<void> => {
    const answer = await print.act({ saleId: sale.saleId });
    if (!answer.ok) return announceRefusal(answer.refusal);
    return setPaper(answer.value.document);
  };
  return (
    <section className={styles['column']} aria-label={t('sale.done.title')}>
      <div className={styles['step']}>
        <h2 className={styles['doneTitle']}>
          <CircleCheckBig size={30} aria-hidden="true" />
          {t('sale.done.title')}
        </h2>
        <p className={styles['soft']}>{t('sale.done.ticket', { number: sale.number })}</p>
        {sale.totalCents === 0 ? (
          <p className={styles['change']}>
            <span>{t('sale.free')}</span>
          </p>
        ) : (
          <ChangeBox cents={sale.changeCents} />
        )}
        {sale.savingCents > 0 && (
          <p className={styles['saved']}>{t('sale.done.saving', { amount: say.money(sale.savingCents) })}</p>
        )}
        <div className={styles['ticket']}>
          <p role="status">
            {paper || sale.printed
              ? t(
                  fault !== null
                    ? 'peripherals.queue.waits'
                    : paper
                      ? 'sale.done.printing'
                      : 'sale.done.printed',
                )
              : t('sale.done.wantTicket')}
          </p>
          {paper ? (
            <Button wide onPress={() => setShowing(true)}>
              {t('sale.done.preview')}
            </Button>
          ) : (
            !sale.printed && (
              <Button wide disabled={print.pending} onPress={() => void printIt()}>
                {t('sale.done.print')}
              </Button>
            )
          )}
        </div>
      </div>
      <div className={styles['end']}>
        {operator?.role && (
          <Button wide onPress={() => go({ at: 'tickets', saleId: sale.saleId, start: 'correct' })}>
            {t('sale.done.wrong')}
          </Button>
        )}
        <Button big wide kind="primary" onPress={onNext}>
          {t('sale.done.next')}
        </Button>
      </div>
      {paper && showing && (
        <Dialog title={t('sale.done.preview')} onClose={() => setShowing(false)}>
          <TicketPreview document={paper} />
        </Dialog>
      )}
    </section>
  );
}
