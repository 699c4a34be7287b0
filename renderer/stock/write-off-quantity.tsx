import { type ReactNode, useState } from 'react';
import type { StockRow } from '#contract/stock.ts';
import { useDo } from '../api/api.tsx';
import type { AllRefusals } from '../api/client.ts';
import { useWords } from '../messages/use-words.ts';
import { useAnnouncer } from '../ui/announcer.tsx';
import { Button } from '../ui/controls/button.tsx';
import { Dialog } from '../ui/controls/dialog.tsx';
import { Notice } from '../ui/notice.tsx';
import { QuantityField } from './quantity-field.tsx';
import { quantityIn } from './quantity.ts';
import { ReasonChoice, type WriteOffReason } from './write-off-dialog.tsx';

export function WriteOffQuantity(props: { readonly row: StockRow; readonly onClose: () => void }): ReactNode {
  const { t, refusal } = useWords();
  const { announce } = useAnnouncer();
  const { act, pending } = useDo('writeOffQuantity');
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState<WriteOffReason | null>(null);
  const [refused, setRefused] = useState<AllRefusals | null>(null);
  const { row } = props;
  const quantity = quantityIn(typed);
  const why = quantity ? (reason ? null : t('stock.out.noReason')) : t('stock.out.noQuantity');
  const save = async (): Promise<void> => {
    if (!quantity || !reason) return;
    const answer = await act({ sku: row.sku, quantity, reason });
    if (!answer.ok) return setRefused(answer.refusal);
    const { available: count, label } = answer.value;
    announce('good', {
      text: t('stock.out.quantityDone', { count, label }),
      next: t('stock.out.quantityNext'),
    });
    return props.onClose();
  };
  return (
    <Dialog
      title={t('stock.out.title', { text: row.label })}
      onClose={props.onClose}
      actions={
        <>
          <Button onPress={props.onClose} shortcut="Escape">
            {t('ui.back')}
          </Button>
          <Button kind="primary" why={why} disabled={pending} onPress={() => void save()}>
            {t('stock.out.save')}
          </Button>
        </>
      }
    >
      <QuantityField
        focused
        label={t('stock.out.quantity')}
        hint={t('stock.out.left', { count: row.available })}
        value={typed}
        onChange={setTyped}
      />
      <ReasonChoice value={reason} onPick={setReason} />
      {refused && <Notice tone="refuse" sentence={refusal(refused)} live />}
    </Dialog>
  );
}
