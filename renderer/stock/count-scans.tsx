import { Check, TriangleAlert, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { StockRow, UnitRow } from '#contract/stock.ts';
import { useAsk } from '../api/api.tsx';
import { useWords } from '../messages/use-words.ts';
import { type Taken, useScanTarget, useScanner } from '../scanning/listening.tsx';
import { Button } from '../ui/controls/button.tsx';
import { grouped } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { Pill } from '../ui/pill.tsx';
import { ScanEntry } from './scan-entry.tsx';
import { counted, isOfPerson, unitAmong } from './scanned-unit.ts';
import styles from './stock.module.css';
import { unitsByGroup } from './unit-groups.ts';

const most = 2_000;

/** The shelf, scanned article by article; nothing is compared before the end. */
export function CountScans(props: {
  readonly row: StockRow;
  readonly title: ReactNode;
  readonly scans: readonly string[];
  readonly onScans: (scans: readonly string[]) => void;
  readonly busy: boolean;
  readonly onCompare: () => void;
  readonly onBack: () => void;
  readonly notice: ReactNode;
}): ReactNode {
  const { t } = useWords();
  const { sounds } = useScanner();
  const { scans, onScans } = props;
  const asked = useAsk('units', { sku: props.row.sku });
  const expected = unitsByGroup(asked.data ?? []).here;
  const [twice, setTwice] = useState<string | null>(null);

  const take = (readings: readonly string[]): Taken => {
    const known = unitAmong(expected, readings);
    const text = known?.text ?? readings[0] ?? '';
    const after = scans.length >= most ? null : counted(scans, text);
    setTwice(after ? null : text);
    if (!after) return 'no';
    onScans(after);
    return known ? 'yes' : 'no';
  };
  useScanTarget(({ readings }) => (isOfPerson(readings) ? 'pass' : take(readings)));

  const none = scans.length === 0;
  return (
    <Panel
      label={t('stock.counting.title', { label: props.row.label })}
      head={props.title}
      foot={
        <div className={styles['acts']}>
          <Button big shortcut="Escape" onPress={props.onBack}>
            {t('ui.back')}
          </Button>
          {!none && (
            <Button big onPress={() => onScans([])}>
              {t('stock.counting.restart')}
            </Button>
          )}
          {none && (
            <Button big disabled={props.busy} onPress={props.onCompare}>
              {t('stock.counting.nothingThere')}
            </Button>
          )}
          <Button
            big
            kind="primary"
            why={none ? t('stock.counting.compareWhy') : null}
            disabled={props.busy}
            onPress={props.onCompare}
          >
            {t('stock.counting.compare')}
          </Button>
        </div>
      }
    >
      <div className={styles['stack']}>
        <ScanEntry
          label={t('stock.counting.scan')}
          hint={t('stock.counting.hint')}
          tally={scans.length}
          tallyWord={t('stock.counting.tally', { count: scans.length })}
          onText={(text) => {
            const taken = take([text]);
            if (taken !== 'pass') sounds[taken]();
          }}
        />
        {props.notice}
        {twice !== null && <NotAdded text={twice} full={scans.length >= most} />}
        <Scans scans={scans} expected={expected} onScans={onScans} />
      </div>
    </Panel>
  );
}

function NotAdded(props: { readonly text: string; readonly full: boolean }): ReactNode {
  const { t } = useWords();
  const sentence = props.full
    ? { text: t('stock.counting.full', { count: most }), next: t('stock.counting.fullNext') }
    : { text: t('stock.counting.twice', { text: grouped(props.text) }), next: t('stock.counting.twiceNext') };
  return <Notice live tone="warn" sentence={sentence} />;
}

function Scans(props: {
  readonly scans: readonly string[];
  readonly expected: readonly UnitRow[];
  readonly onScans: (scans: readonly string[]) => void;
}): ReactNode {
  const { t } = useWords();
  const { scans, expected, onScans } = props;
  if (scans.length === 0) return null;
  return (
    <ul className={styles['running']} aria-label={t('stock.counting.list')}>
      {scans.map((text) => (
        <li key={text}>
          {unitAmong(expected, [text]) ? (
            <Pill tone="good" icon={Check}>
              {t('stock.counting.expectedPill')}
            </Pill>
          ) : (
            <Pill tone="warn" icon={TriangleAlert}>
              {t('stock.counting.otherPill')}
            </Pill>
          )}
          <span className={styles['code']}>{grouped(text)}</span>
          <span className={styles['pushed']} />
          <Button
            kind="quiet"
            label={t('stock.counting.remove', { text })}
            onPress={() => onScans(scans.filter((one) => one !== text))}
          >
            <X size={20} aria-hidden="true" />
          </Button>
        </li>
      ))}
    </ul>
  );
}
