import { Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import type { DeskState } from '#contract/desk.ts';
import { may } from '#domain/roles.ts';
import { useWords } from '../messages/use-words.ts';
import { faultNamed } from '../printing/fault-words.ts';
import { Button } from '../ui/controls/button.tsx';
import { BarItem } from './bar-item.tsx';
import { useNavigation } from './navigation.tsx';
import { isOffered } from './screen-for.ts';

const printerTone = {
  ready: 'good',
  none: 'quiet',
  working: 'good',
  waiting: 'caution',
  'paper-near-end': 'caution',
  trouble: 'trouble',
} as const;

/** How the printer is, in words, and what to do about it. */
export function PrinterItem({ desk }: { readonly desk: DeskState }): ReactNode {
  const { t } = useWords();
  const { go } = useNavigation();
  const { state, label, fault, drawerOpen, waitingJobs } = desk.printer;
  const part = state !== 'waiting' && may(desk.operator, 'seller') ? 'printer' : 'queue';
  const name =
    state === 'trouble' ? t(`frame.printer.faults.${faultNamed(fault ?? '')}`) : t(`frame.printer.${state}`);
  const mend =
    state === 'trouble'
      ? t(`frame.printer.mend.${faultNamed(fault ?? '')}`)
      : t(`frame.printer.text.${state}`);
  return (
    <BarItem
      align="end"
      tone={printerTone[state]}
      icon={<Printer size={20} aria-hidden="true" />}
      label={name}
      title={label || name}
      renderActions={(close) =>
        isOffered(desk, 'peripherals') && (
          <Button onPress={() => (close(), go({ at: 'peripherals', part }))}>
            {t(part === 'printer' ? 'frame.printer.settings' : 'frame.printer.queue')}
          </Button>
        )
      }
    >
      <p>{mend}</p>
      {drawerOpen && <p>{t('frame.printer.drawerOpen')}</p>}
      {waitingJobs > 0 && <p>{t('frame.printer.waitingJobs', { count: waitingJobs })}</p>}
    </BarItem>
  );
}
