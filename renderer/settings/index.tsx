import { Info, KeyRound, type LucideIcon, Printer, ScanBarcode, ScrollText, SunMedium } from 'lucide-react';
import { type ComponentType, type ReactNode, useState } from 'react';
import { may } from '#domain/roles.ts';
import { useDesk } from '../app/desk.tsx';
import { useNavigation } from '../app/navigation.tsx';
import { useWords } from '../messages/use-words.ts';
import { Panel } from '../ui/panel.tsx';
import { Pill } from '../ui/pill.tsx';
import { AboutPart } from './about-part.tsx';
import { type Part, partAsked, partRole, parts } from './parts.ts';
import { PasswordPart } from './password-part.tsx';
import { PrinterPart } from './printer-part.tsx';
import { QueuePart } from './queue-part.tsx';
import { ScannerPart } from './scanner-part.tsx';
import { ScreenPart } from './screen-part.tsx';
import styles from './settings.module.css';

const icons: Readonly<Record<Part, LucideIcon>> = {
  printer: Printer,
  queue: ScrollText,
  scanner: ScanBarcode,
  screen: SunMedium,
  password: KeyRound,
  about: Info,
};
const bodies: Readonly<Record<Part, ComponentType>> = {
  printer: PrinterPart,
  queue: QueuePart,
  scanner: ScannerPart,
  screen: ScreenPart,
  password: PasswordPart,
  about: AboutPart,
};

export function SettingsScreen(): ReactNode {
  const { t, say } = useWords();
  const { operator, printer } = useDesk();
  const { place } = useNavigation();
  const allowed = parts.filter((part) => may(operator, partRole[part]));
  const [chosen, setChosen] = useState<{ readonly part: Part; readonly from: object } | null>(null);
  // Asked again from the bar while this screen is open: that wish is newer than the choice made here.
  const wanted = chosen?.from === place ? chosen.part : partAsked(place);
  const part = allowed.find((one) => one === wanted) ?? allowed[0] ?? 'screen';
  const Body = bodies[part];
  return (
    <div className={styles['columns']}>
      <Panel
        flush
        label={t('settings.title')}
        head={<h1 className={styles['title']}>{t('settings.title')}</h1>}
      >
        <nav aria-label={t('settings.title')}>
          {allowed.map((one) => {
            const Icon = icons[one];
            return (
              <button
                key={one}
                type="button"
                className={styles['part']}
                aria-current={one === part ? 'page' : undefined}
                onClick={() => setChosen({ part: one, from: place })}
              >
                <Icon size={22} aria-hidden="true" />
                <span>{t(`settings.parts.${one}`)}</span>
                {one === 'queue' && printer.waitingJobs > 0 && (
                  <Pill tone="warn">{say.number(printer.waitingJobs)}</Pill>
                )}
              </button>
            );
          })}
        </nav>
      </Panel>
      <Body />
    </div>
  );
}
