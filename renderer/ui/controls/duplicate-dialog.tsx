import { type ReactNode, useState } from 'react';
import type { AllRefusals } from '../../api/client.ts';
import { useWords } from '../../messages/use-words.ts';
import { Button } from './button.tsx';
import { Choice } from './choice.tsx';
import { Dialog } from './dialog.tsx';
import { Notice } from '../notice.tsx';

/** A later print of a paper: a duplicate, for a reason that is noted. */
export function DuplicateDialog<T extends string>(props: {
  readonly title: string;
  readonly text: string;
  readonly reasons: readonly { readonly id: T; readonly label: string }[];
  readonly busy: boolean;
  /** Prints it and says so; what refused it, else null. */
  readonly onPrint: (reason: T) => Promise<AllRefusals | null>;
  /** Makes a file of it instead. */
  readonly onSave?: (reason: T) => Promise<AllRefusals | null>;
  readonly onClose: () => void;
}): ReactNode {
  const { t, refusal } = useWords();
  const { onClose, onSave } = props;
  const [reason, setReason] = useState<T | null>(null);
  const [refused, setRefused] = useState<AllRefusals | null>(null);
  const make = async (how: typeof props.onPrint): Promise<void> => {
    if (!reason) return;
    const answer = await how(reason);
    if (answer) setRefused(answer);
    else onClose();
  };
  return (
    <Dialog
      title={props.title}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose} shortcut="Escape">
            {t('ui.back')}
          </Button>
          {onSave && (
            <Button disabled={props.busy || !reason} onPress={() => void make(onSave)}>
              {t('ticket.copy.save')}
            </Button>
          )}
          <Button
            kind="primary"
            why={reason ? null : t('ticket.copy.needReason')}
            disabled={props.busy}
            onPress={() => void make(props.onPrint)}
          >
            {t('ticket.copy.print')}
          </Button>
        </>
      }
    >
      <p>{props.text}</p>
      <Choice legend={t('ticket.copy.why')} options={props.reasons} value={reason} onPick={setReason} />
      {refused && <Notice tone="refuse" sentence={refusal(refused)} live />}
    </Dialog>
  );
}
