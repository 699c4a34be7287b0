import { ScanBarcode } from 'lucide-react';
import type { ReactNode } from 'react';
import { instantFromMs } from '#domain/time.ts';
import { useWords } from '../messages/use-words.ts';
import { useScanner } from '../scanning/listening.tsx';
import { Button } from '../ui/controls/button.tsx';
import { BarItem } from './bar-item.tsx';
import { useDesk } from './desk.tsx';
import styles from './frame.module.css';
import { useNavigation } from './navigation.tsx';
import { isOffered } from './screen-for.ts';

export function ScannerItem(): ReactNode {
  const { t, say } = useWords();
  const desk = useDesk();
  const { go } = useNavigation();
  const { lastScanAt } = useScanner();
  const trouble = desk.scanner.devices.find(({ state }) => state !== 'ready');
  return (
    <BarItem
      align="end"
      tone={trouble ? 'caution' : 'good'}
      icon={<ScanBarcode size={20} aria-hidden="true" />}
      label={t(trouble ? 'frame.scanner.check' : 'frame.scanner.ready')}
      title={t('frame.scanner.title')}
      renderActions={(close) =>
        isOffered(desk, 'peripherals') &&
        !desk.locked &&
        !desk.mustChangePassword && (
          <Button onPress={() => (close(), go({ at: 'peripherals', part: 'scanner' }))}>
            {t('frame.scanner.settings')}
          </Button>
        )
      }
    >
      <p>{t('frame.scanner.text')}</p>
      {trouble && <p>{`${trouble.name} : ${t(`peripherals.scanner.device.${trouble.state}`)}`}</p>}
      {lastScanAt && (
        <p className={styles['soft']}>
          {t('frame.scanner.last', { time: say.clock(instantFromMs(lastScanAt.getTime())) })}
        </p>
      )}
      <p>{t('frame.scanner.trouble')}</p>
    </BarItem>
  );
}
