import { type ReactNode, useRef, useState } from 'react';
import { instantFromMs } from '#domain/time.ts';
import { useWords } from '../messages/use-words.ts';
import { useScanner } from './listening.tsx';
import type { LoggedScan } from './scan.ts';
import { Button } from '../ui/controls/button.tsx';
import styles from '../peripherals/peripherals.module.css';

/** What support asks for: how each code came, never what was in it. */
export function ScanLog(): ReactNode {
  const { t, say } = useWords();
  const { log } = useScanner();
  const [copied, setCopied] = useState(false);
  const row = ({ at, from, gapMs, aim, form }: LoggedScan): string =>
    [
      say.clock(instantFromMs(at.getTime())),
      t(`peripherals.scanner.logFrom.${from}`),
      ...(gapMs === null ? [] : [`${gapMs} ms`]),
      ...(aim === null ? [] : [aim]),
      form,
    ].join(' · ');
  const list = useRef<HTMLOListElement>(null);
  const copy = (): void => {
    const selection = window.getSelection();
    if (!selection || !list.current) return;
    selection.selectAllChildren(list.current);
    // Asks for no permission, which the till's window gives to nobody.
    setCopied(document.execCommand('copy'));
    selection.removeAllRanges();
  };
  return (
    <details className={styles['log']}>
      <summary>{t('peripherals.scanner.log')}</summary>
      <p className={styles['soft']}>
        {t(log.length > 0 ? 'peripherals.scanner.logText' : 'peripherals.scanner.logEmpty')}
      </p>
      {log.length > 0 && (
        <>
          <ol ref={list}>
            {log.map((one) => (
              <li key={one.at.getTime()}>
                <code>{row(one)}</code>
              </li>
            ))}
          </ol>
          <Button onPress={copy}>
            {t(copied ? 'peripherals.scanner.copied' : 'peripherals.scanner.copy')}
          </Button>
        </>
      )}
    </details>
  );
}
