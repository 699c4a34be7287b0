import { Ban, Check, CircleDashed, ReceiptText, TriangleAlert, Undo2, type LucideIcon } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { StockRow, UnitRow } from '#contract/stock.ts';
import { useAsk } from '../api/api.tsx';
import { useWords } from '../messages/use-words.ts';
import { Choice } from '../ui/controls/choice.tsx';
import { Field } from '../ui/controls/field.tsx';
import { ListRow } from '../ui/list-row.tsx';
import { grouped } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import { Pill, type PillTone } from '../ui/pill.tsx';
import styles from './stock.module.css';
import { type UnitGroup, unitGroups, unitsByGroup, unitsWith } from './unit-groups.ts';

/** More rows than anybody reads; typing finds the rest. */
const most = 150;

export function UnitList(props: {
  readonly row: StockRow;
  readonly onUnit: (unit: UnitRow) => void;
}): ReactNode {
  const { t } = useWords();
  const asked = useAsk('units', { sku: props.row.sku });
  const [group, setGroup] = useState<UnitGroup>('here');
  const [typed, setTyped] = useState('');
  const groups = unitsByGroup(asked.data ?? []);
  const found = unitsWith(groups[group], typed);
  if (!asked.data) return null;
  return (
    <>
      <div className={styles['tools']}>
        <Choice
          hideLegend
          legend={t('stock.groups.label')}
          options={unitGroups.map((id) => ({
            id,
            label: t(`stock.groups.${id}`, { count: groups[id].length }),
          }))}
          value={group}
          onPick={setGroup}
        />
        <Field
          label={t('stock.findUnit')}
          hideLabel
          placeholder={t('stock.findUnit')}
          value={typed}
          onChange={setTyped}
          maxLength={24}
        />
      </div>
      {group === 'sold' && props.row.soldHereUnreceived > 0 && (
        <div className={styles['empty']}>
          <Notice tone="warn">{t('stock.earlyText')}</Notice>
        </div>
      )}
      {found.length === 0 && (
        <p className={`${styles['empty']} ${styles['soft']}`}>
          {typed.trim() === '' ? t(`stock.groupEmpty.${group}`) : t('stock.noUnit')}
        </p>
      )}
      <ul className={styles['list']}>
        {found.slice(0, most).map((unit) => (
          <li key={unit.key}>
            <ListRow className={styles['unit']} chosen={false} onPress={() => props.onUnit(unit)}>
              <span className={styles['code']}>{grouped(unit.text)}</span>
              <StatusPill unit={unit} />
              {group === 'here' && props.row.reconditioned && !unit.testedAndWiped && (
                <Pill tone="warn" icon={TriangleAlert}>
                  {t('stock.notTested')}
                </Pill>
              )}
              <span className={styles['pushed']} />
              <Since unit={unit} />
            </ListRow>
          </li>
        ))}
      </ul>
      {found.length > most && (
        <p className={`${styles['empty']} ${styles['soft']}`}>{t('stock.tooMany', { count: most })}</p>
      )}
    </>
  );
}

const looks: Readonly<Record<UnitRow['status'], { readonly tone: PillTone; readonly icon: LucideIcon }>> = {
  received: { tone: 'good', icon: CircleDashed },
  available: { tone: 'good', icon: Check },
  sold: { tone: 'off', icon: ReceiptText },
  returned: { tone: 'warn', icon: Undo2 },
  blocked: { tone: 'warn', icon: Ban },
  'written-off': { tone: 'off', icon: Ban },
};

export function StatusPill({ unit }: { readonly unit: UnitRow }): ReactNode {
  const { t } = useWords();
  const look = looks[unit.status];
  return (
    <Pill tone={look.tone} icon={look.icon}>
      {t(`stock.status.${unit.status}`)}
    </Pill>
  );
}

function Since({ unit }: { readonly unit: UnitRow }): ReactNode {
  const { t, say } = useWords();
  const sold = unit.status === 'sold' ? unit.soldOn : null;
  return (
    <span className={styles['when']}>
      {sold && t('stock.soldOn', { day: say.shortDay(sold) })}
      {!sold && unit.receivedOn && t('stock.receivedOn', { day: say.shortDay(unit.receivedOn) })}
    </span>
  );
}
