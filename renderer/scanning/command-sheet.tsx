import type { ReactNode } from 'react';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import { Code128 } from '../ui/code128.tsx';
import { Dialog } from '../ui/controls/dialog.tsx';
import styles from '../peripherals/peripherals.module.css';

const commands = ['exact', 'ok', 'next', 'back'] as const;

/** The four codes that stand beside the till: they do with the scanner what the keyboard does. */
export function CommandSheet({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useWords();
  return (
    <Dialog
      wide
      title={t('keys.scans')}
      onClose={onClose}
      actions={
        <Button kind="primary" onPress={onClose}>
          {t('ui.close')}
        </Button>
      }
    >
      <p>{t('peripherals.scanner.sheetText')}</p>
      <ul className={styles['sheet']}>
        {commands.map((command) => {
          const text = `!${command.toUpperCase()}`;
          return (
            <li key={command}>
              <strong>{t(`keys.commands.${command}`)}</strong>
              <Code128 text={text} label={text} />
              <code>{text}</code>
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
