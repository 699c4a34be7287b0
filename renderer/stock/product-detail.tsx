import { ClipboardCheck, PackageMinus, PackagePlus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { StockRow, UnitRow } from '#contract/stock.ts';
import { may } from '#domain/roles.ts';
import { useDesk } from '../app/desk.tsx';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import styles from './stock.module.css';
import { UnitList } from './unit-list.tsx';
import { WriteOffQuantity } from './write-off-quantity.tsx';

/** One product: how many there are, which ones, and what a manager can do about it. */
export function ProductDetail(props: {
  readonly row: StockRow;
  readonly onReceive: () => void;
  readonly onCount: () => void;
  readonly onUnit: (unit: UnitRow) => void;
}): ReactNode {
  const { t } = useWords();
  const { operator } = useDesk();
  const { row } = props;
  const [leaving, setLeaving] = useState(false);
  const why = may(operator, 'manager') ? null : t('stock.managerOnly');
  return (
    <Panel
      label={row.label}
      flush={row.unit !== null}
      head={
        <div className={styles['head']}>
          <h1>{row.label}</h1>
          <Figures row={row} />
        </div>
      }
      foot={
        <div className={styles['acts']}>
          {row.unit === null && (
            <Button
              big
              why={why}
              icon={<PackageMinus size={20} aria-hidden="true" />}
              onPress={() => setLeaving(true)}
            >
              {t('stock.writeOff')}
            </Button>
          )}
          <Button
            big
            why={why}
            icon={<ClipboardCheck size={20} aria-hidden="true" />}
            onPress={props.onCount}
          >
            {t('stock.count')}
          </Button>
          <Button
            big
            kind="primary"
            why={why}
            icon={<PackagePlus size={20} aria-hidden="true" />}
            onPress={props.onReceive}
          >
            {t('stock.receive')}
          </Button>
        </div>
      }
    >
      {row.unit === null ? <ByQuantity row={row} /> : <UnitList row={row} onUnit={props.onUnit} />}
      {leaving && <WriteOffQuantity row={row} onClose={() => setLeaving(false)} />}
    </Panel>
  );
}

function Figures({ row }: { readonly row: StockRow }): ReactNode {
  const { t, say } = useWords();
  return (
    <dl className={styles['figures']}>
      <div className={styles['figure']} data-warn={row.available < 0 || undefined}>
        <dt>{t('stock.available')}</dt>
        <dd>{say.number(row.available)}</dd>
      </div>
      {row.unit !== null && (
        <>
          <div className={styles['figure']}>
            <dt>{t('stock.aside')}</dt>
            <dd>{say.number(row.blocked)}</dd>
          </div>
          <div className={styles['figure']} data-warn={row.soldHereUnreceived > 0 || undefined}>
            <dt>{t('stock.early')}</dt>
            <dd>{say.number(row.soldHereUnreceived)}</dd>
          </div>
        </>
      )}
    </dl>
  );
}

function ByQuantity({ row }: { readonly row: StockRow }): ReactNode {
  const { t } = useWords();
  return (
    <div className={styles['stack']}>
      {row.available < 0 && (
        <Notice tone="warn" sentence={{ text: t('stock.below'), next: t('stock.belowNext') }} />
      )}
      <p className={styles['soft']}>{t('stock.byQuantity')}</p>
    </div>
  );
}
