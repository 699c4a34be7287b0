import { type ReactNode, useState } from 'react';
import type { Approval } from '#contract/form/fields.ts';
import type { OperatorCode } from '#domain/ids.ts';
import { useAsk } from '../../api/api.tsx';
import type { AllRefusals } from '../../api/client.ts';
import { useWords } from '../../messages/use-words.ts';
import styles from './approval-dialog.module.css';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Field } from './field.tsx';
import { Notice } from '../notice.tsx';

/**
 * A manager approves on the asker's screen: picks their name, types their password. The signed-in operator stays.
 * `onApprove` answers the refusal to show, or null once done.
 */
export function ApprovalDialog(props: {
  readonly title: string;
  readonly children?: ReactNode;
  readonly askReason?: boolean;
  readonly onApprove: (approval: Approval, reason: string) => Promise<AllRefusals | null>;
  readonly onClose: () => void;
}): ReactNode {
  const { t, refusal } = useWords();
  const managers = (useAsk('signInChoices', {}).data ?? []).filter((one) => one.role === 'manager');
  const [picked, setPicked] = useState<OperatorCode | null>(null);
  const [password, setPassword] = useState('');
  const [reason, setReason] = useState('');
  const [refused, setRefused] = useState<AllRefusals | null>(null);
  const [busy, setBusy] = useState(false);
  const approver = picked ?? (managers.length === 1 ? managers[0]?.code : null) ?? null;
  const missing = !approver || password === '' || (props.askReason === true && reason.trim() === '');
  const approve = async (): Promise<void> => {
    if (!approver || missing || busy) return;
    setBusy(true);
    try {
      const answer = await props.onApprove({ approver, password }, reason.trim());
      setRefused(answer);
      setPassword('');
      if (!answer) props.onClose();
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={props.title}
      onClose={props.onClose}
      actions={
        <>
          <Button onPress={props.onClose} shortcut="Escape">
            {t('ui.back')}
          </Button>
          <Button kind="primary" onPress={() => void approve()} disabled={missing || busy}>
            {t('ui.approval.approve')}
          </Button>
        </>
      }
    >
      {props.children}
      <fieldset className={styles['who']}>
        <legend>{t('ui.approval.who')}</legend>
        {managers.length === 0 && <p>{t('ui.approval.nobody')}</p>}
        {managers.map((one) => (
          <Button key={one.code} pressed={one.code === approver} onPress={() => setPicked(one.code)}>
            {one.name}
          </Button>
        ))}
      </fieldset>
      {props.askReason && (
        <Field focused label={t('ui.approval.reason')} value={reason} onChange={setReason} maxLength={200} />
      )}
      <Field
        focused={!props.askReason}
        label={t('ui.approval.password')}
        type="password"
        value={password}
        onChange={setPassword}
        onEnter={() => void approve()}
      />
      {refused && <Notice tone="refuse" sentence={refusal(refused)} live />}
    </Dialog>
  );
}
