import type { ReactNode } from 'react';
import { useDo } from '../api/api.tsx';
import { useWords } from '../messages/use-words.ts';
import { useAfterScan } from '../scanning/listening.tsx';
import { Button } from '../ui/controls/button.tsx';
import { Dialog } from '../ui/controls/dialog.tsx';
import { KeyCap } from '../ui/controls/key-cap.tsx';
import { useContrast } from './contrast.ts';
import styles from './help-dialog.module.css';

const shown = ['F1', 'F2', 'F3', 'F4', 'F6', 'F7', 'F8', 'F9', 'F10', 'F12', 'Escape', 'Enter'] as const;
const commands = ['exact', 'ok', 'next', 'back'] as const;

export function HelpDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t, say } = useWords();
  const language = useDo('chooseLanguage');
  const { high, setHigh } = useContrast();
  useAfterScan(onClose);
  return (
    <Dialog
      wide
      title={t('keys.title')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={() => void language.act({ language: say.language === 'fr' ? 'en' : 'fr' })}>
            {t('frame.help.language')}
          </Button>
          <Button pressed={high} onPress={() => setHigh(!high)}>
            {t('frame.help.contrast')}
          </Button>
          <Button kind="primary" onPress={onClose}>
            {t('ui.close')}
          </Button>
        </>
      }
    >
      <p>{t('keys.intro')}</p>
      <dl className={styles['keys']}>
        {shown.map((key) => (
          <div key={key}>
            <dt>
              <KeyCap>{t(`keys.names.${key}`)}</KeyCap>
            </dt>
            <dd>{t(`keys.does.${key}`)}</dd>
          </div>
        ))}
      </dl>
      <p>{t('keys.scanWhat')}</p>
      <h3 className={styles['sub']}>{t('keys.scans')}</h3>
      <dl className={styles['keys']}>
        {commands.map((command) => (
          <div key={command}>
            <dt>
              <code>!{command.toUpperCase()}</code>
            </dt>
            <dd>{t(`keys.commands.${command}`)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
