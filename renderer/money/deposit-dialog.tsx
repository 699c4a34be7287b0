import { type ReactNode, useState } from 'react';
import type { EnvelopeView } from '#contract/money.ts';
import { useDo } from '../api/api.tsx';
import type { AllRefusals } from '../api/client.ts';
import { useWords } from '../messages/use-words.ts';
import { useScanTarget } from '../scanning/listening.tsx';
import { useAnnouncer } from '../ui/announcer.tsx';
import { Button } from '../ui/controls/button.tsx';
import { Dialog } from '../ui/controls/dialog.tsx';
import { Field } from '../ui/controls/field.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from './money.module.css';
import { bagNumberIn } from './bag-number.ts';
import { contentOf } from './envelopes.ts';
import { EnvelopeWords } from './safe-panel.tsx';

/** The ticked envelopes leave the safe for the bank, under the number of a slip or of a bag. */
export function DepositDialog(props: {
  readonly envelopes: readonly EnvelopeView[];
  readonly onDone: (depositId: string) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { t, say, refusal } = useWords();
  const { announce } = useAnnouncer();
  const { act, pending } = useDo('makeDeposit');
  // One identity for this dialog: pressed twice, it is deposited once.
  const [depositId] = useState(() => crypto.randomUUID());
  const [slip, setSlip] = useState('');
  const [refused, setRefused] = useState<AllRefusals | null>(null);
  const { envelopes, onClose } = props;
  const amount = say.money(contentOf(envelopes));
  useScanTarget(({ readings }) => {
    const number = bagNumberIn(readings);
    if (number === null) return 'pass';
    setSlip(number);
    return 'yes';
  });
  const save = async (): Promise<void> => {
    const answer = await act({
      depositId,
      envelopes: envelopes.map((one) => one.id),
      slip: slip.trim(),
    });
    if (!answer.ok) return setRefused(answer.refusal);
    announce('good', {
      text: t('money.money.dialog.done', { amount }),
      next: t('money.money.dialog.doneNext'),
    });
    props.onDone(depositId);
    return onClose();
  };
  return (
    <Dialog
      title={t('money.money.dialog.title', { amount })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose} shortcut="Escape">
            {t('ui.back')}
          </Button>
          <Button
            kind="primary"
            why={slip.trim() === '' ? t('money.money.dialog.needSlip') : null}
            disabled={pending}
            onPress={() => void save()}
          >
            {t('money.money.dialog.confirm')}
          </Button>
        </>
      }
    >
      <p>{t('money.money.dialog.count', { count: envelopes.length })}</p>
      <Field
        focused
        label={t('money.money.dialog.slip')}
        hint={t('money.money.dialog.slipHint')}
        value={slip}
        onChange={setSlip}
        maxLength={60}
      />
      <ul className={styles['plainList']}>
        {envelopes.map((one) => (
          <li key={one.id} className={styles['line']}>
            <EnvelopeWords envelope={one} />
          </li>
        ))}
      </ul>
      {refused && <Notice tone="refuse" sentence={refusal(refused)} live />}
    </Dialog>
  );
}
