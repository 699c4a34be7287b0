import { ScanBarcode, Search } from 'lucide-react';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import type { BasketView, TileView } from '#contract/basket.ts';
import { may } from '#domain/roles.ts';
import { useAsk, useDo } from '../api/api.tsx';
import { useDesk } from '../app/desk.tsx';
import { useNavigation } from '../app/navigation.tsx';
import { useKey } from '../keys/keys.tsx';
import { useWords } from '../messages/use-words.ts';
import { useTypedCode } from '../scanning/typed-code.ts';
import { useAnnouncer } from '../ui/announcer.tsx';
import { Button } from '../ui/controls/button.tsx';
import { Field } from '../ui/controls/field.tsx';
import { KeyCap } from '../ui/controls/key-cap.tsx';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import styles from './products-column.module.css';
import { isUsedUp, tabsOf, tilesFor } from './tiles.ts';
import { UnitDialog } from './unit-dialog.tsx';

export function ProductsColumn(props: {
  readonly basket: BasketView;
  readonly onDrawer: () => void;
}): ReactNode {
  const { t } = useWords();
  const { operator } = useDesk();
  const { go } = useNavigation();
  const { announceRefusal } = useAnnouncer();
  const { data: tiles = [] } = useAsk('tiles', {});
  const add = useDo('addProduct');
  const typedCode = useTypedCode();
  const search = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [chosenTab, setTab] = useState<string | null>(null);
  const [unitOf, setUnitOf] = useState<TileView | null>(null);
  const tabs = useMemo(() => tabsOf(tiles), [tiles]);
  const tab = chosenTab ?? tabs[0] ?? '';
  const shown = useMemo(() => tilesFor(tiles, { text, tab }), [tiles, text, tab]);
  useKey('F3', () => search.current?.focus());
  const seller = may(operator, 'seller');
  const choose = async (tile: TileView): Promise<void> => {
    setText('');
    if (tile.unit) return setUnitOf(tile);
    const answer = await add.act({ sku: tile.sku });
    if (!answer.ok) announceRefusal(answer.refusal);
    return undefined;
  };
  const first = shown[0];
  const enter = (): void => {
    if (text.trim() === '') return;
    if (first) void choose(first);
    else if (typedCode(text)) setText('');
  };
  return (
    <Panel
      label={t('basket.products.label')}
      head={
        <>
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
            onEnter={enter}
          />
          <fieldset className={styles['tabs']} aria-label={t('basket.products.others')}>
            {tabs.map((one) => (
              <button
                key={one}
                type="button"
                className={styles['tab']}
                aria-pressed={text === '' && one === tab}
                onClick={() => {
                  setText('');
                  setTab(one);
                }}
              >
                {one}
              </button>
            ))}
          </fieldset>
        </>
      }
      foot={
        <div className={styles['foot']}>
          <p className={styles['hint']}>
            <ScanBarcode size={20} aria-hidden="true" />
            {t('basket.products.scanHint')}
          </p>
          {seller && (
            <div className={styles['acts']}>
              <Button shortcut="F8" onPress={props.onDrawer}>
                {t('basket.products.drawer')}
              </Button>
              <Button shortcut="F10" onPress={() => go({ at: 'closing' })}>
                {t('basket.products.close')}
              </Button>
            </div>
          )}
        </div>
      }
    >
      {shown.length === 0 && text !== '' && <Notice tone="info">{t('basket.products.noneFound')}</Notice>}
      <ul className={styles['tiles']}>
        {shown.map((tile) => (
          <li key={tile.sku}>
            <Tile tile={tile} usedUp={isUsedUp(tile, props.basket.left)} onChoose={() => void choose(tile)} />
          </li>
        ))}
      </ul>
      {unitOf && <UnitDialog tile={unitOf} onClose={() => setUnitOf(null)} />}
    </Panel>
  );
}

function Tile(props: {
  readonly tile: TileView;
  readonly usedUp: boolean;
  readonly onChoose: () => void;
}): ReactNode {
  const { t, say } = useWords();
  const { tile } = props;
  const free = tile.priceCents === 0;
  return (
    <button
      type="button"
      className={styles['tile']}
      data-used={props.usedUp || undefined}
      onClick={props.onChoose}
    >
      <span className={styles['name']}>{tile.label}</span>
      {tile.stock !== null && (
        <span className={styles['stock']}>
          {tile.stock > 0 ? t('basket.products.stock', { count: tile.stock }) : t('basket.products.noStock')}
        </span>
      )}
      <span className={styles['prices']}>
        <strong>{free ? t('basket.basket.free') : say.money(tile.priceCents)}</strong>
        {tile.referenceCents > tile.priceCents && (
          <s title={t('ui.marketValue')}>{say.shortMoney(tile.referenceCents)}</s>
        )}
      </span>
    </button>
  );
}
