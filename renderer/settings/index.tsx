import { Info, KeyRound, type LucideIcon, Printer, ScanBarcode, ScrollText, SunMedium } from 'lucide-react';
import { type ComponentType, type ReactNode, useState } from 'react';
import { may } from '#domain/roles.ts';
import { useDesk } from '../app/desk.tsx';
import { useNavigation } from '../app/navigation.tsx';
import { useWords } from '../messages/use-words.ts';
import { PartsPanel } from '../ui/parts-panel.tsx';
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
      <PartsPanel
        title={t('settings.title')}
        open={part}
        parts={allowed.map((id) => ({
          id,
          icon: icons[id],
          name: t(`settings.parts.${id}`),
          mark: id === 'queue' && printer.waitingJobs > 0 && (
            <Pill tone="warn">{say.number(printer.waitingJobs)}</Pill>
          ),
        }))}
        onOpen={(one) => setChosen({ part: one, from: place })}
      />
      <Body />
    </div>
  );
}
