import { Square, SquareCheck } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { UnitRow } from '#contract/stock.ts';
import { useDo } from '../api/api.tsx';
import type { AllRefusals } from '../api/client.ts';
import { useWords } from '../messages/use-words.ts';
import { useAnnouncer } from '../ui/announcer.tsx';
import { Button } from '../ui/controls/button.tsx';
import { Dialog } from '../ui/controls/dialog.tsx';
import { Notice } from '../ui/notice.tsx';

/** The two deeds without which a device is not sold, said one by one; or the note taken back. */
export function TestedDialog(props: {
  readonly unit: UnitRow;
  readonly onBack: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const { t, refusal } = useWords();
  const { announce } = useAnnouncer();
  const { act, pending } = useDo('markTested');
  const { unit } = props;
  const undo = unit.testedAndWiped;
  const [tested, setTested] = useState(false);
  const [wiped, setWiped] = useState(false);
  const [refused, setRefused] = useState<AllRefusals | null>(null);
  const save = async (): Promise<void> => {
    const answer = await act({ unitKey: unit.key, tested: !undo, wiped: !undo });
    if (!answer.ok) return setRefused(answer.refusal);
    const { text } = unit;
    announce(
      'good',
      undo
        ? { text: t('stock.tested.undone', { text }), next: t('stock.tested.undoneNext') }
        : { text: t('stock.tested.done', { text }), next: t('stock.tested.doneNext') },
    );
    return props.onClose();
  };
  return (
    <Dialog
      title={undo ? t('stock.unit.unmark') : t('stock.tested.title')}
      onClose={props.onBack}
      actions={
        <>
          <Button onPress={props.onBack} shortcut="Escape">
            {t('ui.back')}
          </Button>
          <Button
            kind="primary"
            why={undo || (tested && wiped) ? null : t('stock.tested.why')}
            disabled={pending}
            onPress={() => void save()}
          >
            {undo ? t('ui.confirm') : t('stock.tested.save')}
          </Button>
        </>
      }
    >
      <p>{undo ? t('stock.tested.undoneNext') : t('stock.tested.text')}</p>
      {!undo && (
        <>
          <Tick on={tested} onChange={setTested} label={t('stock.tested.tested')} />
          <Tick on={wiped} onChange={setWiped} label={t('stock.tested.wiped')} />
        </>
      )}
      {refused && <Notice tone="refuse" sentence={refusal(refused)} live />}
    </Dialog>
  );
}

export function Tick(props: {
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  readonly label: string;
}): ReactNode {
  const Box = props.on ? SquareCheck : Square;
  return (
    <Button
      pressed={props.on}
      icon={<Box size={20} aria-hidden="true" />}
      onPress={() => props.onChange(!props.on)}
    >
      {props.label}
    </Button>
  );
}
