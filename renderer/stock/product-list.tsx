import { ScanBarcode, Search } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import type { StockRow } from '#contract/stock.ts';
import type { Sku } from '#domain/ids.ts';
import { useKey } from '../keys/keys.tsx';
import { useWords } from '../messages/use-words.ts';
import { Field } from '../ui/controls/field.tsx';
import { KeyCap } from '../ui/controls/key-cap.tsx';
import { ListRow } from '../ui/list-row.tsx';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import styles from './stock.module.css';
import { productsByFamily } from './unit-groups.ts';

export function ProductList(props: {
  readonly rows: readonly StockRow[];
  readonly chosen: Sku | null;
  readonly onChoose: (sku: Sku) => void;
  readonly scanning: boolean;
}): ReactNode {
  const { t } = useWords();
  const [text, setText] = useState('');
  const search = useRef<HTMLInputElement>(null);
  useKey('F3', () => search.current?.focus());
  const families = productsByFamily(props.rows, text);
  const first = families[0]?.rows[0];
  return (
    <Panel
      flush
      label={t('stock.title')}
      head={
        <>
          <h1 className={styles['title']}>{t('stock.title')}</h1>
          <Field
            label={t('stock.search')}
            hideLabel
            placeholder={t('stock.search')}
            icon={<Search size={20} aria-hidden="true" />}
            cap={<KeyCap>F3</KeyCap>}
            value={text}
            onChange={setText}
            maxLength={60}
            inputRef={search}
            onEnter={() => first && props.onChoose(first.sku)}
          />
        </>
      }
      foot={
        props.scanning && (
          <p className={styles['hint']}>
            <ScanBarcode size={20} aria-hidden="true" />
            {t('stock.scanHint')}
          </p>
        )
      }
    >
      {families.length === 0 && text !== '' && (
        <div className={styles['empty']}>
          <Notice tone="info">{t('stock.noneFound')}</Notice>
        </div>
      )}
      {families.map(({ family, rows }) => (
        <section key={family} aria-label={family}>
          <h2 className={styles['family']}>{family}</h2>
          <ul className={styles['list']}>
            {rows.map((row) => (
              <li key={row.sku}>
                <ProductRow row={row} chosen={row.sku === props.chosen} onChoose={props.onChoose} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Panel>
  );
}

function ProductRow(props: {
  readonly row: StockRow;
  readonly chosen: boolean;
  readonly onChoose: (sku: Sku) => void;
}): ReactNode {
  const { t, say } = useWords();
  const { row } = props;
  return (
    <ListRow className={styles['product']} chosen={props.chosen} onPress={() => props.onChoose(row.sku)}>
      <span className={styles['name']}>
        {row.label}
        {row.blocked > 0 && <small>{t('stock.asideMention', { count: row.blocked })}</small>}
        {row.soldHereUnreceived > 0 && (
          <small data-warn>{t('stock.earlyMention', { count: row.soldHereUnreceived })}</small>
        )}
      </span>
      <span
        className={styles['much']}
        data-none={row.available === 0 || undefined}
        aria-label={t('stock.inStock', { count: row.available })}
        role="img"
      >
        {say.number(row.available)}
      </span>
    </ListRow>
  );
}
