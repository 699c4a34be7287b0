import { type ReactNode, useState } from 'react';
import type { StockRow } from '#contract/stock.ts';
import { useDo } from '../api/api.tsx';
import type { AllRefusals } from '../api/client.ts';
import { useWords } from '../messages/use-words.ts';
import { useAnnouncer } from '../ui/announcer.tsx';
import { Button } from '../ui/controls/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { QuantityField } from './quantity-field.tsx';
import { quantityIn } from './quantity.ts';
import styles from './stock.module.css';

export function ReceiveQuantity(props: { readonly row: StockRow; readonly onDone: () => void }): ReactNode {
  const { t, refusal } = useWords();
  const { announce } = useAnnouncer();
  const { act, pending } = useDo('receiveQuantity');
  const [typed, setTyped] = useState('');
  const [refused, setRefused] = useState<AllRefusals | null>(null);
  const { row } = props;
  const quantity = quantityIn(typed);
  const receive = async (): Promise<void> => {
    if (!quantity) return;
    const answer = await act({ sku: row.sku, quantity });
    if (!answer.ok) return setRefused(answer.refusal);
    const { label, available: count } = answer.value;
    announce('good', {
      text: t('stock.receiving.quantityDone', { label, count }),
      next: t('stock.receiving.quantityNext'),
    });
    return props.onDone();
  };
  return (
    <Panel
      label={t('stock.receiving.title', { label: row.label })}
      head={<h1 className={styles['title']}>{t('stock.receiving.title', { label: row.label })}</h1>}
      foot={
        <div className={styles['acts']}>
          <Button big shortcut="Escape" onPress={props.onDone}>
            {t('ui.back')}
          </Button>
          <Button
            big
            kind="primary"
            why={quantity ? null : t('stock.receiving.quantityWhy')}
            disabled={pending}
            onPress={() => void receive()}
          >
            {quantity
              ? t('stock.receiving.quantityReceive', { count: quantity })
              : t('stock.receiving.quantityNone')}
          </Button>
        </div>
      }
    >
      <div className={styles['stack']}>
        <QuantityField
          focused
          label={t('stock.receiving.quantity')}
          hint={t('stock.out.left', { count: row.available })}
          value={typed}
          onChange={setTyped}
        />
        {refused && <Notice tone="refuse" sentence={refusal(refused)} live />}
      </div>
    </Panel>
  );
}
