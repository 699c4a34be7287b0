import { useSessionStorage } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import type { CountResult, StockRow } from '#contract/stock.ts';
import { useDo } from '../api/api.tsx';
import type { AllRefusals } from '../api/client.ts';
import { useWords } from '../messages/use-words.ts';
import { Notice } from '../ui/notice.tsx';
import { CountQuantity } from './count-quantity.tsx';
import { CountResultPanel } from './count-result.tsx';
import { CountScans } from './count-scans.tsx';
import styles from './stock.module.css';

export function Count(props: { readonly row: StockRow; readonly onDone: () => void }): ReactNode {
  return props.row.unit === null ? <CountQuantity {...props} /> : <CountUnits {...props} />;
}

function CountUnits(props: { readonly row: StockRow; readonly onDone: () => void }): ReactNode {
  const { t, refusal } = useWords();
  const { act, pending } = useDo('countUnits');
  const { row, onDone } = props;
  // Kept while this page lives: a person at the desk, or a lock, must not cost two hundred scans.
  const [scans, setScans] = useSessionStorage<readonly string[]>({
    key: `comptoir-count-${row.sku}`,
    defaultValue: [],
    getInitialValueInEffect: false,
  });
  const [result, setResult] = useState<CountResult | null>(null);
  const [refused, setRefused] = useState<AllRefusals | null>(null);
  const compare = async (): Promise<void> => {
    const answer = await act({ sku: row.sku, scanned: [...scans] });
    setRefused(answer.ok ? null : answer.refusal);
    if (answer.ok) setResult(answer.value);
  };
  const title = <h1 className={styles['title']}>{t('stock.counting.title', { label: row.label })}</h1>;
  if (result)
    return (
      <CountResultPanel
        row={row}
        title={title}
        result={result}
        onAgain={() => setResult(null)}
        onDone={() => {
          setScans([]);
          onDone();
        }}
      />
    );
  return (
    <CountScans
      row={row}
      title={title}
      scans={scans}
      onScans={setScans}
      busy={pending}
      onCompare={() => void compare()}
      onBack={onDone}
      notice={refused && <Notice tone="refuse" sentence={refusal(refused)} live />}
    />
  );
}
