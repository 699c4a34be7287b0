import { type ReactNode, useState } from 'react';
import type { TileView } from '#contract/basket.ts';
import { useDo } from '../api/api.tsx';
import type { AllRefusals } from '../api/client.ts';
import { useWords } from '../messages/use-words.ts';
import { useAfterScan } from '../scanning/listening.tsx';
import { TrainingArticles } from '../training/training-tray.tsx';
import { Button } from '../ui/controls/button.tsx';
import { Dialog } from '../ui/controls/dialog.tsx';
import { Field } from '../ui/controls/field.tsx';
import { Notice } from '../ui/notice.tsx';

/** A product sold one by one was touched: its unit is scanned, or typed where the scanner fails. */
export function UnitDialog(props: { readonly tile: TileView; readonly onClose: () => void }): ReactNode {
  const { t, refusal } = useWords();
  const { tile, onClose } = props;
  const { act, pending } = useDo('addUnit');
  const [text, setText] = useState('');
  const [refused, setRefused] = useState<AllRefusals | null>(null);
  // The scan itself goes its usual way; the question has then been answered, or the bar says why not.
  useAfterScan(onClose);
  const add = async (): Promise<void> => {
    if (text.trim() === '' || pending) return;
    const answer = await act({ sku: tile.sku, text: text.trim() });
    if (answer.ok) onClose();
    else setRefused(answer.refusal);
  };
  return (
    <Dialog
      title={t('basket.products.unitTitle', { label: tile.label })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose} shortcut="Escape">
            {t('ui.back')}
          </Button>
          <Button kind="primary" onPress={() => void add()} disabled={text.trim() === '' || pending}>
            {t('basket.products.unitAdd')}
          </Button>
        </>
      }
    >
      <p>{t('basket.products.unitText')}</p>
      <TrainingArticles only={tile.label} />
      <Field
        label={t('basket.products.unitType')}
        value={text}
        onChange={setText}
        focused
        maxLength={64}
        onEnter={() => void add()}
      />
      {refused && <Notice tone="refuse" sentence={refusal(refused)} live />}
    </Dialog>
  );
}
