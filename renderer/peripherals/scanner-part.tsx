import { QrCode, ScanBarcode } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useKey } from '../keys/keys.tsx';
import { useWords } from '../messages/use-words.ts';
import { useCommand, useScanTarget } from '../scanner/listener.tsx';
import { Button } from '../ui/button.tsx';
import { grouped } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { CommandSheet } from './command-sheet.tsx';
import { type Understood, understood } from './scan-meaning.ts';
import styles from './peripherals.module.css';

interface Scan extends Understood {
  readonly readings: readonly string[];
}

/** Scans are shown here and do nothing, so that a scanner can be tried without selling. */
export function ScannerPart(): ReactNode {
  const { t } = useWords();
  const [last, setLast] = useState<Scan | null>(null);
  const [sheet, setSheet] = useState(false);
  useScanTarget(({ readings }) => {
    const scan = { ...understood(readings), readings };
    setLast(scan);
    return scan.kind === 'damaged' ? 'no' : 'yes';
  });
  const command = (text: string): void =>
    setLast({ kind: 'command', text, otherKeyboard: false, readings: [text] });
  useCommand('exact', () => command('!EXACT'));
  useCommand('next', () => command('!NEXT'));
  useKey('Enter', () => command('!OK'));
  useKey('Escape', () => command('!BACK'));
  return (
    <Panel
      label={t('peripherals.parts.scanner')}
      head={<h2 className={styles['title']}>{t('peripherals.parts.scanner')}</h2>}
      foot={
        <div className={styles['acts']}>
          <Button big icon={<QrCode size={20} aria-hidden="true" />} onPress={() => setSheet(true)}>
            {t('peripherals.scanner.showSheet')}
          </Button>
        </div>
      }
    >
      <div className={styles['stack']}>
        <p>{t('peripherals.scanner.try')}</p>
        <div className={styles['scan']} role="status">
          {last ? <LastScan scan={last} /> : <Waiting />}
        </div>
        {last?.otherKeyboard && <Notice tone="info">{t('peripherals.scanner.otherKeyboard')}</Notice>}
        <Notice tone="info">{t('peripherals.scanner.trouble')}</Notice>
      </div>
      {sheet && <CommandSheet onClose={() => setSheet(false)} />}
    </Panel>
  );
}

function Waiting(): ReactNode {
  const { t } = useWords();
  return (
    <>
      <ScanBarcode size={36} aria-hidden="true" />
      <p className={styles['soft']}>{t('peripherals.scanner.waiting')}</p>
    </>
  );
}

function LastScan({ scan }: { readonly scan: Scan }): ReactNode {
  const { t } = useWords();
  return (
    <>
      <strong>{t(`peripherals.scanner.kind.${scan.kind}`)}</strong>
      <span className={styles['reading']}>{grouped(scan.text)}</span>
      <p>{t(`peripherals.scanner.does.${scan.kind}`)}</p>
      <dl className={styles['facts']}>
        <dt>{t('peripherals.scanner.readings')}</dt>
        <dd>
          <code>{scan.readings.join('   ·   ')}</code>
        </dd>
      </dl>
    </>
  );
}
