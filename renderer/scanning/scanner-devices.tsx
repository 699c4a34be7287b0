import { Keyboard, ScanBarcode } from 'lucide-react';
import type { ReactNode } from 'react';
import { useDesk } from '../app/desk.tsx';
import { useWords } from '../messages/use-words.ts';
import styles from '../peripherals/peripherals.module.css';

/** The scanners that the till hears, and what keeps it from hearing one. */
export function ScannerDevices(): ReactNode {
  const { t } = useWords();
  const { devices } = useDesk().scanner;
  return (
    <section>
      <h3>{t('peripherals.scanner.plugged')}</h3>
      <ul className={styles['devices']}>
        <li className={styles['device']}>
          <Keyboard size={22} aria-hidden="true" />
          <strong>{t('peripherals.scanner.keyboard')}</strong>
          <small>{t('peripherals.scanner.keyboardText')}</small>
        </li>
        {devices.map(({ kind, name, state }) => (
          <li key={`${kind} ${name}`} className={styles['device']} data-state={state}>
            <ScanBarcode size={22} aria-hidden="true" />
            <strong>{name}</strong>
            <small>{t(`peripherals.scanner.device.${state}`)}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
