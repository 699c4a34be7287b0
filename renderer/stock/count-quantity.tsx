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

export function CountQuantity(props: { readonly row: StockRow; readonly onDone: () => void }): ReactNode {
  const { t, refusal } = useWords();
  const { announce } = useAnnouncer();
  const { act, pending } = useDo('countQuantity');
  const [typed, setTyped] = useState('');
  const [refused, setRefused] = useState<AllRefusals | null>(null);
  const { row } = props;
  const there = quantityIn(typed);
  const save = async (): Promise<void> => {
    if (there === null) return;
    const answer = await act({ sku: row.sku, counted: there });
    if (!answer.ok) return setRefused(answer.refusal);
    announce('good', {
      text: t('stock.counting.saved', { label: row.label, count: answer.value.counted }),
      next: t('stock.counting.savedNext'),
    });
    return props.onDone();
  };
  return (
    <Panel
      label={t('stock.counting.title', { label: row.label })}
      head={<h1 className={styles['title']}>{t('stock.counting.title', { label: row.label })}</h1>}
      foot={
        <div className={styles['acts']}>
          <Button big shortcut="Escape" onPress={props.onDone}>
            {t('ui.back')}
          </Button>
          <Button
            big
            kind="primary"
            why={there === null ? t('stock.counting.quantityWhy') : null}
            disabled={pending}
            onPress={() => void save()}
          >
            {t('stock.counting.save')}
          </Button>
        </div>
      }
    >
      <div className={styles['stack']}>
        <QuantityField
          focused
          label={t('stock.counting.quantity')}
          hint={t('stock.counting.quantityHint')}
          value={typed}
          onChange={setTyped}
        />
        {there !== null && <Difference counted={there} expected={row.available} />}
        {refused && <Notice tone="refuse" sentence={refusal(refused)} live />}
      </div>
    </Panel>
  );
}

function Difference(props: { readonly counted: number; readonly expected: number }): ReactNode {
  const { t } = useWords();
  const { counted, expected } = props;
  const difference = counted - expected;
  const expectedIs = t('stock.counting.expectedIs', { count: expected });
  if (difference === 0)
    return <Notice tone="good" live sentence={{ text: t('stock.counting.equal'), next: expectedIs }} />;
  const word = difference > 0 ? 'more' : 'less';
  return (
    <Notice
      live
      tone="warn"
      sentence={{
        text: t(`stock.counting.${word}`, { count: Math.abs(difference) }),
        next: `${expectedIs} ${t('stock.counting.differenceNext')}`,
      }}
    />
  );
}
