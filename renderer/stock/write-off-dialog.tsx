import { type ReactNode, useState } from 'react';
import { type UnitRow, writeOffReasons } from '#contract/stock.ts';
import { useDo } from '../api/api.tsx';
import type { AllRefusals } from '../api/client.ts';
import { useWords } from '../messages/use-words.ts';
import { useAnnouncer } from '../ui/announcer.tsx';
import { Button } from '../ui/controls/button.tsx';
import { Choice } from '../ui/controls/choice.tsx';
import { Dialog } from '../ui/controls/dialog.tsx';
import { grouped } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';

export type WriteOffReason = (typeof writeOffReasons)[number];

export function WriteOffDialog(props: {
  readonly unit: UnitRow;
  readonly onBack: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const { t, refusal } = useWords();
  const { announce } = useAnnouncer();
  const { act, pending } = useDo('writeOff');
  const [reason, setReason] = useState<WriteOffReason | null>(null);
  const [refused, setRefused] = useState<AllRefusals | null>(null);
  const text = grouped(props.unit.text);
  const save = async (): Promise<void> => {
    if (!reason) return;
    const answer = await act({ unitKey: props.unit.key, reason });
    if (!answer.ok) return setRefused(answer.refusal);
    announce('good', { text: t('stock.out.done', { text }), next: t('stock.out.doneNext') });
    return props.onClose();
  };
  return (
    <Dialog
      title={t('stock.out.title', { text })}
      onClose={props.onBack}
      actions={
        <>
          <Button onPress={props.onBack} shortcut="Escape">
            {t('ui.back')}
          </Button>
          <Button
            kind="primary"
            why={reason ? null : t('stock.out.noReason')}
            disabled={pending}
            onPress={() => void save()}
          >
            {t('stock.out.save')}
          </Button>
        </>
      }
    >
      <p>{t('stock.out.text')}</p>
      <ReasonChoice value={reason} onPick={setReason} />
      {refused && <Notice tone="refuse" sentence={refusal(refused)} live />}
    </Dialog>
  );
}

export function ReasonChoice(props: {
  readonly value: WriteOffReason | null;
  readonly onPick: (reason: WriteOffReason) => void;
}): ReactNode {
  const { t } = useWords();
  return (
    <Choice
      legend={t('stock.out.why')}
      options={writeOffReasons.map((id) => ({ id, label: t(`stock.out.reasons.${id}`) }))}
      value={props.value}
      onPick={props.onPick}
    />
  );
}
