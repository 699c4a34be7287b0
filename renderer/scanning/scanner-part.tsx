import { QrCode } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { may } from '#domain/roles.ts';
import { useAsk } from '../api/api.tsx';
import { useDesk } from '../app/desk.tsx';
import { useKey } from '../keys/keys.tsx';
import { useWords } from '../messages/use-words.ts';
import { useCommand, useScanTarget, useScanner } from './listening.tsx';
import type { Scan } from './scan.ts';
import { Button } from '../ui/controls/button.tsx';
import { Panel } from '../ui/panel.tsx';
import { CommandSheet } from './command-sheet.tsx';
import { LastScan } from './last-scan.tsx';
import styles from '../peripherals/peripherals.module.css';
import { understood, withoutPrefix } from './scan-meaning.ts';
import { ScanLog } from './scan-log.tsx';
import { ScannerDevices } from './scanner-devices.tsx';
import { ScannerSettings } from './scanner-settings.tsx';

/** Scans are shown here and do nothing, so that a scanner can be tried without selling. */
export function ScannerPart(): ReactNode {
  const { t } = useWords();
  const { operator } = useDesk();
  const { learn } = useScanner();
  const asked = useAsk('scannerChoice', {}, { pollMs: 5_000 });
  const [last, setLast] = useState<Scan | null>(null);
  const [sheet, setSheet] = useState(false);
  const [typing, setTyping] = useState(false);
  useEffect(() => {
    // Nothing is typed here but a prefix: whatever the rhythm, it is the scanner.
    learn(!typing);
    return () => learn(false);
  }, [learn, typing]);
  const { wedge } = useDesk().scanner;
  useScanTarget((scan) => {
    setLast(scan);
    const taken = withoutPrefix(scan, wedge);
    return taken && understood(taken).kind !== 'damaged' ? 'yes' : 'no';
  });
  const command = (text: string): void => setLast({ readings: [text], from: 'screen' });
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
        <LastScan scan={last} choice={asked.data?.choice ?? null} />
        <ScannerDevices />
        {asked.data && may(operator, 'seller') && (
          <ScannerSettings
            key={JSON.stringify(asked.data.choice)}
            choice={asked.data.choice}
            ports={asked.data.ports}
            onTyping={setTyping}
          />
        )}
        <ScanLog />
      </div>
      {sheet && <CommandSheet onClose={() => setSheet(false)} />}
    </Panel>
  );
}
