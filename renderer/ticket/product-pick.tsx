import { Search } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import type { TileView } from '#contract/basket.ts';
import type { Sku } from '#domain/ids.ts';
import { useAsk } from '../api/api.tsx';
import { useKey } from '../keys/keys.tsx';
import { useWords } from '../messages/use-words.ts';
import { FamilyIcon } from '../basket/family-icon.tsx';
import { tilesFor } from '../basket/tiles.ts';
import { Field } from '../ui/controls/field.tsx';
import { KeyCap } from '../ui/controls/key-cap.tsx';
import { ListRow } from '../ui/list-row.tsx';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import styles from './ticket.module.css';
import { paidTiles } from './without-ticket-choice.ts';

/** Every product that is sold today, found by a few letters of its name. */
export function ProductPick(props: {
  readonly chosen: Sku | null;
  readonly onPick: (tile: TileView) => void;
}): ReactNode {
  const { t, say } = useWords();
  const { data = [] } = useAsk('tiles', {});
  const [text, setText] = useState('');
  const search = useRef<HTMLInputElement>(null);
  useKey('F3', () => search.current?.focus());
  const tiles = paidTiles(data);
  const searching = text.trim() !== '';
  const shown = searching ? tilesFor(tiles, { text, tab: '' }) : tiles;
  const first = shown[0];
  return (
    <Panel
      flush
      label={t('basket.products.label')}
      head={
        <div className={styles['head']}>
          <Field
            label={t('basket.products.search')}
            hideLabel
            placeholder={t('basket.products.search')}
            icon={<Search size={20} aria-hidden="true" />}
            cap={<KeyCap>F3</KeyCap>}
            value={text}
            onChange={setText}
            maxLength={60}
            inputRef={search}
            focused
            {...(searching && first ? { onEnter: () => props.onPick(first) } : {})}
          />
        </div>
      }
    >
      {searching && shown.length === 0 && (
        <div className={styles['padded']}>
          <Notice tone="info" live>
            {t('basket.products.noneFound')}
          </Notice>
        </div>
      )}
      <ul className={styles['list']}>
        {shown.map((tile) => (
          <li key={tile.sku}>
            <ListRow
              className={styles['ticket']}
              chosen={tile.sku === props.chosen}
              onPress={() => props.onPick(tile)}
            >
              <span className={styles['icon']}>
                <FamilyIcon family={tile.family} />
              </span>
              <span className={styles['what']}>
                <strong>{tile.label}</strong>
                <span className={styles['soft']}>{tile.tab}</span>
              </span>
              <strong className={styles['amount']}>{say.money(tile.priceCents)}</strong>
            </ListRow>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
