import { ScanBarcode } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ScannerChoice } from '#contract/scanning.ts';
import { may } from '#domain/roles.ts';
import { useDo } from '../api/api.tsx';
import { useDesk } from '../app/desk.tsx';
import { useWords } from '../messages/use-words.ts';
import { wedgeProfile } from './burst.ts';
import type { Scan } from './scan.ts';
import { Button } from '../ui/controls/button.tsx';
import { grouped } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import styles from '../peripherals/peripherals.module.css';
import { understood, withoutPrefix } from './scan-meaning.ts';

/** What was scanned, what it would do, and what it tells of the scanner. */
export function LastScan(props: {
  readonly scan: Scan | null;
  readonly choice: ScannerChoice | null;
}): ReactNode {
  const { t } = useWords();
  const { scan, choice } = props;
  if (!scan)
    return (
      <>
        <div className={styles['scan']} role="status">
          <ScanBarcode size={36} aria-hidden="true" />
          <p className={styles['soft']}>{t('peripherals.scanner.waiting')}</p>
        </div>
        <Notice tone="info">{t('peripherals.scanner.trouble')}</Notice>
      </>
    );
  const taken = withoutPrefix(scan, choice?.wedge ?? { kind: 'usual' });
  if (!taken)
    return (
      <>
        <Seen scan={scan} />
        <Notice
          live
          tone="warn"
          sentence={{ text: t('peripherals.scanner.noPrefix'), next: t('peripherals.scanner.noPrefixNext') }}
        />
      </>
    );
  const slow = (scan.gapMs ?? 0) > wedgeProfile.medianGapMs && choice?.wedge.kind === 'usual';
  return (
    <>
      <Seen scan={taken} />
      {understood(taken).otherKeyboard && (
        <Notice tone="info">{t('peripherals.scanner.otherKeyboard')}</Notice>
      )}
      {slow && choice && <SlowFound choice={choice} />}
    </>
  );
}

function Seen({ scan }: { readonly scan: Scan }): ReactNode {
  const { t, say } = useWords();
  const { kind, text } = understood(scan);
  const { readings, from, gapMs, aim } = scan;
  return (
    <div className={styles['scan']} role="status">
      <strong>{t(`peripherals.scanner.kind.${kind}`)}</strong>
      <span className={styles['reading']}>{grouped(text)}</span>
      <p>{t(`peripherals.scanner.does.${kind}`)}</p>
      <dl className={styles['facts']}>
        <dt>{t('peripherals.scanner.readings')}</dt>
        <dd>
          <code>{readings.join('   ·   ')}</code>
        </dd>
        {(gapMs !== undefined || from === 'device') && (
          <>
            <dt>{t('peripherals.scanner.speed')}</dt>
            <dd>
              {gapMs === undefined
                ? t('peripherals.scanner.byDevice', { aim: aim ? ` (${aim})` : '' })
                : t('peripherals.scanner.speedText', { gap: say.number(gapMs) })}
            </dd>
          </>
        )}
      </dl>
    </div>
  );
}

function SlowFound({ choice }: { readonly choice: ScannerChoice }): ReactNode {
  const { t } = useWords();
  const { operator } = useDesk();
  const { act, pending } = useDo('chooseScanner');
  return (
    <Notice
      live
      tone="warn"
      sentence={{ text: t('peripherals.scanner.slowFound'), next: t('peripherals.scanner.wedgeText.slow') }}
      action={
        may(operator, 'seller') && (
          <Button
            disabled={pending}
            onPress={() => void act({ scanner: { ...choice, wedge: { kind: 'slow' } } })}
          >
            {t('peripherals.scanner.slowFix')}
          </Button>
        )
      }
    />
  );
}
