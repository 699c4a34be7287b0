import { FileText, MonitorSmartphone, Printer, ScanBarcode, ScrollText } from 'lucide-react';
import type { ReactNode } from 'react';
import { useDesk } from '../app/desk.tsx';
import { useNavigation } from '../app/navigation.tsx';
import { PartsScreen } from '../app/parts-screen.tsx';
import { useWords } from '../messages/use-words.ts';
import { Pill } from '../ui/pill.tsx';
import { DisplayPart } from '../display/display-part.tsx';
import { PaperPart } from '../printing/paper-part.tsx';
import { PrinterPart } from '../printing/printer-part.tsx';
import { QueuePart } from '../printing/queue-part.tsx';
import { ScannerPart } from '../scanning/scanner-part.tsx';

const parts = [
  { id: 'printer', icon: Printer, role: 'seller', body: PrinterPart },
  { id: 'queue', icon: ScrollText, role: 'trainee', body: QueuePart },
  { id: 'scanner', icon: ScanBarcode, role: 'trainee', body: ScannerPart },
  { id: 'display', icon: MonitorSmartphone, role: 'seller', body: DisplayPart },
  { id: 'paper', icon: FileText, role: 'seller', body: PaperPart },
] as const;

export function PeripheralsScreen(): ReactNode {
  const { t, say } = useWords();
  const { printer } = useDesk();
  const { place } = useNavigation();
  return (
    <PartsScreen
      title={t('peripherals.title')}
      asked={place.at === 'peripherals' ? (place.part ?? null) : null}
      parts={parts.map((part) => ({
        ...part,
        name: t(`peripherals.parts.${part.id}`),
        mark: part.id === 'queue' && printer.waitingJobs > 0 && (
          <Pill tone="warn">{say.number(printer.waitingJobs)}</Pill>
        ),
      }))}
    />
  );
}
