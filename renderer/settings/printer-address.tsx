import type { ReactNode } from 'react';
import type { Settings } from '#contract/settings.ts';
import { useWords } from '../messages/use-words.ts';
import { Choice } from '../ui/choice.tsx';
import { Field } from '../ui/field.tsx';
import type { PrinterDraft } from './printer-draft.ts';
import styles from './settings.module.css';

export function PrinterAddress(props: {
  readonly draft: PrinterDraft;
  readonly profiles: Settings['profiles'];
  readonly onChange: (to: Partial<PrinterDraft>) => void;
}): ReactNode {
  const { t } = useWords();
  const { draft, onChange } = props;
  return (
    <>
      <div className={styles['address']}>
        <Field
          focused={draft.host === ''}
          label={t('settings.printer.host')}
          hint={t('settings.printer.hostHint')}
          maxLength={120}
          value={draft.host}
          onChange={(host) => onChange({ host })}
        />
        <Field
          label={t('settings.printer.port')}
          inputMode="numeric"
          maxLength={5}
          value={draft.port}
          onChange={(port) => onChange({ port: port.replace(/\D/g, '') })}
        />
      </div>
      <Choice
        legend={t('settings.printer.paper')}
        options={props.profiles}
        value={draft.profile}
        onPick={(profile) => onChange({ profile })}
      />
    </>
  );
}
