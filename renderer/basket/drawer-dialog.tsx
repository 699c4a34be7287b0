import { type ReactNode, useState } from 'react';
import { drawerReasons } from '#contract/session.ts';
import { parseEuros } from '#domain/money.ts';
import { useDo } from '../api/api.tsx';
import { useWords } from '../messages/use-words.ts';
import { useAnnouncer } from '../ui/announcer.tsx';
import { Button } from '../ui/controls/button.tsx';
import { Dialog } from '../ui/controls/dialog.tsx';
import { Field } from '../ui/controls/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { useApproved } from '../ui/controls/use-approved.tsx';
import styles from './drawer-dialog.module.css';

const acts = ['open', 'pay-in', 'drop'] as const;

/** The drawer outside a sale: opened with a reason, or money put in or taken out and written down. */
export function DrawerDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t, refusal } = useWords();
  const { announce } = useAnnouncer();
  const open = useDo('openDrawer');
  const move = useDo('moveCash');
  const [moveId] = useState(() => crypto.randomUUID());
  const [what, setWhat] = useState<(typeof acts)[number]>('open');
  const [reason, setReason] = useState<(typeof drawerReasons)[number] | null>(null);
  const [amountText, setAmountText] = useState('');
  const [envelope, setEnvelope] = useState('');
  const cents = parseEuros(amountText);
  const why =
    reason === null
      ? t('basket.drawer.noReason')
      : what !== 'open' && !cents
        ? t('basket.drawer.noAmount')
        : null;

  const { go, asking, refused } = useApproved({
    title: t('basket.drawer.approve'),
    attempt: (approval) =>
      what === 'open'
        ? open.act({ reason: reason ?? 'other' })
        : move.act({
            moveId,
            kind: what,
            cents: cents ?? 0,
            reason: reason ?? 'other',
            envelope: envelope.trim() || null,
            approval,
          }),
    onDone: () => {
      announce('good', {
        text: what === 'open' ? t('basket.drawer.done') : t('basket.drawer.moved'),
        next: t('basket.drawer.doneNext'),
      });
      onClose();
    },
  });
  if (asking) return asking;
  return (
    <Dialog
      title={t('basket.drawer.title')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose} shortcut="Escape">
            {t('ui.back')}
          </Button>
          <Button kind="primary" why={why} disabled={open.pending || move.pending} onPress={go}>
            {t('basket.drawer.confirm')}
          </Button>
        </>
      }
    >
      <fieldset className={styles['choices']}>
        <legend>{t('basket.drawer.what')}</legend>
        {acts.map((one) => (
          <Button key={one} pressed={what === one} onPress={() => setWhat(one)}>
            {t(`basket.drawer.${one}`)}
          </Button>
        ))}
      </fieldset>
      {what !== 'open' && (
        <Field
          label={t('basket.drawer.amount')}
          inputMode="decimal"
          value={amountText}
          onChange={setAmountText}
          maxLength={10}
          focused
        />
      )}
      <fieldset className={styles['choices']}>
        <legend>{t('basket.drawer.why')}</legend>
        {drawerReasons.map((one) => (
          <Button key={one} pressed={reason === one} onPress={() => setReason(one)}>
            {t(`basket.drawer.reasons.${one}`)}
          </Button>
        ))}
      </fieldset>
      {what === 'drop' && (
        <Field label={t('basket.drawer.envelope')} value={envelope} onChange={setEnvelope} maxLength={40} />
      )}
      {refused && <Notice tone="refuse" sentence={refusal(refused)} live />}
    </Dialog>
  );
}
