import { ShieldAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { DeskState } from '#contract/desk.ts';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import { BarItem } from './bar-item.tsx';
import { useNavigation } from './navigation.tsx';
import { isOffered } from './screen-for.ts';

/** There only while something that the till noticed about its own record waits to be read. */
export function IntegrityItem({ desk }: { readonly desk: DeskState }): ReactNode {
  const { t } = useWords();
  const { go } = useNavigation();
  const { unread } = desk.integrity;
  if (unread === 0) return null;
  const manager = isOffered(desk, 'journal');
  return (
    <BarItem
      align="end"
      raised
      tone="trouble"
      icon={<ShieldAlert size={20} aria-hidden="true" />}
      label={t('frame.integrity.label', { count: unread })}
      title={t('frame.integrity.title')}
      renderActions={(close) =>
        manager && (
          <Button onPress={() => (close(), go({ at: 'journal', part: 'check' }))}>
            {t('frame.integrity.see')}
          </Button>
        )
      }
    >
      <p>{t('frame.integrity.text')}</p>
      <p>{t(manager ? 'frame.integrity.manager' : 'frame.integrity.others')}</p>
    </BarItem>
  );
}
