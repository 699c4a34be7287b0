import { type ReactNode, useState } from 'react';
import type { StockRow, UnitRow } from '#contract/stock.ts';
import type { Sku } from '#domain/ids.ts';
import { useAsk, useDoor } from '../api/api.tsx';
import { ask } from '../api/client.ts';
import { useWords } from '../messages/use-words.ts';
import { useScanTarget } from '../scanning/listening.tsx';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { useBroughtIn } from '../ui/use-brought-in.ts';
import { Count } from './count.tsx';
import { ProductDetail } from './product-detail.tsx';
import { ProductList } from './product-list.tsx';
import { Receive } from './receive.tsx';
import { isOfPerson, unitAmong } from './scanned-unit.ts';
import styles from './stock.module.css';
import { UnitDialog } from './unit-dialog.tsx';

type Mode = 'look' | 'receive' | 'count';

export function StockScreen(): ReactNode {
  const { t, refusal } = useWords();
  const { bridge } = useDoor();
  const asked = useAsk('stock', {});
  const [chosen, setChosen] = useState<Sku | null>(null);
  const [mode, setMode] = useState<Mode>('look');
  const [shown, setShown] = useState<UnitRow | null>(null);
  const rows = asked.data ?? [];
  const row = rows.find((one) => one.sku === chosen) ?? null;

  const findUnit = async (readings: readonly string[]): Promise<{ row: StockRow; unit: UnitRow } | null> => {
    for (const one of rows.filter(({ unit }) => unit !== null)) {
      const unit = unitAmong(await ask(bridge, 'units', { sku: one.sku }), readings);
      if (unit) return { row: one, unit };
    }
    return null;
  };
  useScanTarget(
    mode === 'look'
      ? async ({ readings }) => {
          if (isOfPerson(readings)) return 'pass';
          const found = await findUnit(readings);
          if (!found) return 'pass';
          setChosen(found.row.sku);
          setShown(found.unit);
          return 'yes';
        }
      : null,
  );

  const detail = useBroughtIn(`${chosen} ${mode}`);
  const back = (): void => setMode('look');
  return (
    <div className={styles['columns']}>
      <ProductList rows={rows} chosen={chosen} onChoose={setChosen} scanning={mode === 'look'} />
      <div className={styles['detail']} ref={detail}>
        {row === null && (
          <Panel label={t('stock.one')}>
            {asked.error?.refusal ? (
              <Notice tone="refuse" sentence={refusal(asked.error.refusal)} />
            ) : (
              <p className={styles['soft']}>{t('stock.pick')}</p>
            )}
          </Panel>
        )}
        {row && mode === 'look' && (
          <ProductDetail
            key={row.sku}
            row={row}
            onReceive={() => setMode('receive')}
            onCount={() => setMode('count')}
            onUnit={setShown}
          />
        )}
        {row && mode === 'receive' && <Receive key={row.sku} row={row} onDone={back} />}
        {row && mode === 'count' && <Count key={row.sku} row={row} onDone={back} />}
      </div>
      {row && shown && <UnitDialog key={shown.key} row={row} unit={shown} onClose={() => setShown(null)} />}
    </div>
  );
}
