import { type ReactNode, useState } from 'react';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from '../peripherals/peripherals.module.css';
import { Failed } from './printer-failed.tsx';
import type { Tried } from './use-trial.ts';

/** Whether the drawer opened: the printer says, or whoever stands before it does. */
export function DrawerTried(props: {
  readonly tried: Extract<Tried, { what: 'drawer' }>;
  readonly onTry: (pin: 0 | 1, second: boolean) => void;
  readonly onOpened: (pin: 0 | 1) => void;
}): ReactNode {
  const { t } = useWords();
  const { told, pin, second } = props.tried;
  const [said, setSaid] = useState<'yes' | 'no' | null>(null);
  if (told.outcome === 'failed') return <Failed fault={told.fault} />;
  if (told.openWhen !== null || said === 'yes')
    return (
      <Notice
        live
        tone="good"
        sentence={{
          text: t('peripherals.drawer.opened'),
          next: t(told.openWhen === null ? 'peripherals.drawer.unwatched' : 'peripherals.drawer.watched'),
        }}
      />
    );
  if (said === 'no')
    return (
      <Notice
        live
        tone="warn"
        sentence={{ text: t('peripherals.drawer.shut'), next: t('peripherals.drawer.shutNext') }}
      />
    );
  return (
    <div className={styles['settle']} role="status">
      <h3>{t('peripherals.drawer.question')}</h3>
      <div className={styles['acts']}>
        <Button onPress={() => (setSaid('yes'), props.onOpened(pin))}>{t('peripherals.drawer.yes')}</Button>
        <Button onPress={() => (second ? setSaid('no') : props.onTry(pin === 0 ? 1 : 0, true))}>
          {t(second ? 'peripherals.drawer.no' : 'peripherals.drawer.other')}
        </Button>
      </div>
    </div>
  );
}
