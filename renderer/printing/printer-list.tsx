import { Cable, Network, type LucideIcon, Monitor, PrinterX, RefreshCw, Usb } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { FoundPrinter } from '#contract/printing.ts';
import { useAsk, useDo } from '../api/api.tsx';
import { useWords } from '../messages/use-words.ts';
import { Notice } from '../ui/notice.tsx';
import styles from '../peripherals/peripherals.module.css';
import { type PrinterDraft, aimedAtFound, isAimedAt } from './printer-draft.ts';

const icons: Readonly<Record<FoundPrinter['kind'], LucideIcon>> = {
  windows: Usb,
  cups: Usb,
  device: Usb,
  serial: Cable,
  tcp: Network,
};

const nameOf = (found: FoundPrinter): string =>
  found.kind === 'tcp' ? `${found.host}:${found.port}` : 'queue' in found ? found.queue : found.path;

/** Everything that tickets could come out of: what is plugged in, what is on the network when asked, and the screen. */
export function PrinterList(props: {
  /** Leaves out that there is none. */
  readonly working?: boolean;
  readonly draft: PrinterDraft;
  readonly onAim: (draft: PrinterDraft) => void;
}): ReactNode {
  const { t } = useWords();
  const { draft, onAim } = props;
  const plugged = useAsk('findPrinters', { network: false }, { pollMs: 5_000 });
  const scan = useDo('findPrinters');
  const [listening, setListening] = useState<readonly FoundPrinter[] | null>(null);
  const scanNetwork = async (): Promise<void> => {
    const answer = await scan.act({ network: true });
    if (answer.ok) setListening(answer.value.filter(({ kind }) => kind === 'tcp'));
  };
  const found = [...(plugged.data ?? []), ...(listening ?? [])];
  const { target } = draft;
  const lost = lostTarget(draft, found);
  const isTyped = target.kind === 'tcp' && !found.some((one) => isAimedAt(draft, one));
  const address = isTyped && draft.host !== '' ? `${draft.host}:${draft.port}` : null;
  return (
    <>
      <ul className={styles['printers']} aria-label={t('peripherals.printer.which')}>
        {lost && (
          <Row
            icon={PrinterX}
            name={lost}
            about={t('peripherals.printer.lost')}
            chosen
            onChoose={() => undefined}
          />
        )}
        {found.map((one) => (
          <Row
            key={`${one.kind} ${nameOf(one)}`}
            icon={icons[one.kind]}
            name={('maker' in one && one.maker) || nameOf(one)}
            about={t(`peripherals.printer.kinds.${one.kind}`)}
            chosen={isAimedAt(draft, one)}
            onChoose={() => onAim(aimedAtFound(draft, one))}
          />
        ))}
        <Row
          icon={Network}
          name={address ?? t('peripherals.printer.address')}
          about={t('peripherals.printer.addressText')}
          chosen={isTyped}
          onChoose={() => !isTyped && onAim({ ...draft, target: { kind: 'tcp' }, host: '' })}
        />
        <Row
          icon={Monitor}
          name={t('peripherals.printer.kinds.virtual')}
          about={t('peripherals.printer.about.virtual')}
          chosen={target.kind === 'virtual'}
          onChoose={() => onAim({ ...draft, target: { kind: 'virtual' } })}
        />
        {!props.working && (
          <Row
            icon={PrinterX}
            name={t('peripherals.printer.kinds.none')}
            about={t('peripherals.printer.about.none')}
            chosen={target.kind === 'none'}
            onChoose={() => onAim({ ...draft, target: { kind: 'none' } })}
          />
        )}
        <Row
          icon={RefreshCw}
          name={t(scan.pending ? 'peripherals.printer.searching' : 'peripherals.printer.search')}
          about={t('peripherals.printer.searchText')}
          onChoose={() => void scanNetwork()}
          busy={scan.pending}
        />
      </ul>
      {listening?.length === 0 && <Notice tone="info">{t('peripherals.printer.noneListens')}</Notice>}
    </>
  );
}

/** The name of a chosen printer that is not plugged in now. */
function lostTarget({ target }: PrinterDraft, found: readonly FoundPrinter[]): string | null {
  const name = 'queue' in target ? target.queue : 'path' in target ? target.path : null;
  return name !== null && !found.some((one) => one.kind === target.kind && nameOf(one) === name)
    ? name
    : null;
}

function Row(props: {
  readonly icon: LucideIcon;
  readonly name: string;
  readonly about: string;
  /** Undefined for what is no printer. */
  readonly chosen?: boolean;
  readonly busy?: boolean;
  readonly onChoose: () => void;
}): ReactNode {
  const Icon = props.icon;
  return (
    <li>
      <button
        type="button"
        className={styles['printer']}
        aria-pressed={props.chosen}
        disabled={props.busy}
        onClick={props.onChoose}
      >
        <Icon size={22} aria-hidden="true" />
        <strong>{props.name}</strong>
        <small>{props.about}</small>
      </button>
    </li>
  );
}
