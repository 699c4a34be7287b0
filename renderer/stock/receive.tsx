import { type ReactNode, useState } from 'react';
import type { StockRow } from '#contract/stock.ts';
import { useWords } from '../messages/use-words.ts';
import { Choice } from '../ui/controls/choice.tsx';
import { ProvenanceChoice } from './provenance-choice.tsx';
import { ReceiveBox } from './receive-box.tsx';
import { ReceiveOneByOne } from './receive-one-by-one.tsx';
import { ReceiveQuantity } from './receive-quantity.tsx';
import type { Provenance } from './receiving.ts';
import styles from './stock.module.css';

const ways = ['one', 'box'] as const;

export function Receive(props: { readonly row: StockRow; readonly onDone: () => void }): ReactNode {
  const { t } = useWords();
  const { row, onDone } = props;
  const [way, setWay] = useState<(typeof ways)[number]>('one');
  const [provenance, setProvenance] = useState<Provenance>({
    donor: row.unit === 'iccid' ? 'opérateur' : null,
    tested: false,
    wiped: false,
  });
  if (row.unit === null) return <ReceiveQuantity row={row} onDone={onDone} />;
  const above = (
    <>
      {row.unit === 'iccid' && (
        <Choice
          legend={t('stock.receiving.way')}
          options={ways.map((id) => ({ id, label: t(`stock.receiving.${id}`) }))}
          value={way}
          onPick={setWay}
        />
      )}
      <ProvenanceChoice row={row} value={provenance} onChange={setProvenance} />
    </>
  );
  const title = <h1 className={styles['title']}>{t('stock.receiving.title', { label: row.label })}</h1>;
  const parts = { row, onDone, above, title, provenance };
  return way === 'box' ? <ReceiveBox {...parts} /> : <ReceiveOneByOne {...parts} />;
}
