import type { ReactNode } from 'react';
import { baudRates } from '#contract/printing.ts';
import type { Settings } from '#contract/printing.ts';
import { useWords } from '../messages/use-words.ts';
import { Choice } from '../ui/controls/choice.tsx';
import { Field } from '../ui/controls/field.tsx';
import styles from '../peripherals/peripherals.module.css';
import type { PrinterDraft } from './printer-draft.ts';

const flows = ['none', 'hardware'] as const;

/** What has to be known of the printer that was aimed at: its address or its speed, and its paper. */
export function PrinterDetails(props: {
  readonly draft: PrinterDraft;
  readonly profiles: Settings['profiles'];
  readonly onChange: (to: Partial<PrinterDraft>) => void;
}): ReactNode {
  const { t, say } = useWords();
  const { draft, onChange } = props;
  const { kind } = draft.target;
  if (kind === 'none' || kind === 'virtual') return null;
  return (
    <>
      {kind === 'tcp' && (
        <div className={styles['address']}>
          <Field
            focused={draft.host === ''}
            label={t('peripherals.printer.host')}
            hint={t('peripherals.printer.hostHint')}
            maxLength={120}
            value={draft.host}
            onChange={(host) => onChange({ host })}
          />
          <Field
            label={t('peripherals.printer.port')}
            inputMode="numeric"
            maxLength={5}
            value={draft.port}
            onChange={(port) => onChange({ port: port.replace(/\D/g, '') })}
          />
        </div>
      )}
      {kind === 'serial' && (
        <>
          <Choice
            legend={t('peripherals.printer.speed')}
            options={baudRates.map((rate) => ({ id: String(rate), label: say.number(rate) }))}
            value={String(draft.baudRate)}
            onPick={(picked) =>
              onChange({ baudRate: baudRates.find((rate) => String(rate) === picked) ?? baudRates[0] })
            }
          />
          <Choice
            legend={t('peripherals.printer.flow')}
            options={flows.map((id) => ({ id, label: t(`peripherals.printer.flows.${id}`) }))}
            value={draft.flowControl ? 'hardware' : 'none'}
            onPick={(flow) => onChange({ flowControl: flow === 'hardware' })}
          />
        </>
      )}
      <Choice
        legend={t('peripherals.printer.paper')}
        options={props.profiles}
        value={draft.profile}
        onPick={(profile) => onChange({ profile })}
      />
    </>
  );
}
