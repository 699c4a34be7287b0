import { type ReactNode, useState } from 'react';
import { baudRates } from '#contract/printer.ts';
import type { ScannerChoice, WedgeChoice } from '#contract/scanner.ts';
import { useDo } from '../api/api.tsx';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { Field } from '../ui/field.tsx';
import styles from './peripherals.module.css';

const wedges = ['usual', 'slow', 'prefix'] as const;
const none = '';
const other = '?';

/** How the keyboard scanner types, and the port of one that does not type. */
export function ScannerSettings(props: {
  readonly choice: ScannerChoice;
  readonly ports: readonly string[];
  /** A prefix is being typed: keys are no scan then. */
  readonly onTyping: (typing: boolean) => void;
}): ReactNode {
  const { t, say } = useWords();
  const { choice, ports, onTyping } = props;
  const { act, pending } = useDo('chooseScanner');
  const [prefix, setPrefix] = useState(choice.wedge.kind === 'prefix' ? choice.wedge.prefix : '');
  const [asking, setAsking] = useState(false);
  const [port, setPort] = useState<string | null>(null);
  const keep = (change: Partial<ScannerChoice>): void => void act({ scanner: { ...choice, ...change } });
  const keepPort = (path: string): void =>
    keep({ serial: { path, baudRate: choice.serial?.baudRate ?? 9_600 } });
  const pick = (kind: WedgeChoice['kind']): void => {
    const asks = kind === 'prefix';
    setAsking(asks);
    onTyping(asks);
    if (kind !== 'prefix') keep({ wedge: { kind } });
  };
  const shown = asking ? 'prefix' : choice.wedge.kind;
  const known = choice.serial && !ports.includes(choice.serial.path) ? [choice.serial.path] : [];
  return (
    <>
      <Choice
        legend={t('peripherals.scanner.wedge')}
        options={wedges.map((id) => ({ id, label: t(`peripherals.scanner.wedges.${id}`) }))}
        value={shown}
        disabled={pending}
        onPick={pick}
      />
      <p className={styles['soft']}>{t(`peripherals.scanner.wedgeText.${shown}`)}</p>
      {asking && (
        <div className={styles['address']}>
          <Field
            focused
            label={t('peripherals.scanner.prefix')}
            hint={t('peripherals.scanner.prefixHint')}
            maxLength={6}
            value={prefix}
            onChange={setPrefix}
          />
          <Button
            why={prefix === '' ? t('peripherals.scanner.needPrefix') : null}
            disabled={pending}
            onPress={() => {
              onTyping(false);
              keep({ wedge: { kind: 'prefix', prefix } });
            }}
          >
            {t('peripherals.scanner.keep')}
          </Button>
        </div>
      )}
      <Choice
        legend={t('peripherals.scanner.port')}
        options={[
          { id: none, label: t('peripherals.scanner.noPort') },
          ...[...known, ...ports].map((path) => ({ id: path, label: path })),
          { id: other, label: t('peripherals.scanner.otherPort') },
        ]}
        value={port === null ? (choice.serial?.path ?? none) : other}
        disabled={pending}
        onPick={(path) => {
          setPort(path === other ? '' : null);
          onTyping(path === other);
          if (path === none) keep({ serial: null });
          else if (path !== other) keepPort(path);
        }}
      />
      {port !== null && (
        <div className={styles['address']}>
          <Field
            focused
            label={t('peripherals.scanner.portName')}
            hint={t('peripherals.scanner.portHint')}
            maxLength={100}
            value={port}
            onChange={setPort}
          />
          <Button
            why={port.trim() === '' ? t('peripherals.scanner.needPort') : null}
            disabled={pending}
            onPress={() => {
              onTyping(false);
              keepPort(port.trim());
            }}
          >
            {t('peripherals.scanner.keep')}
          </Button>
        </div>
      )}
      {choice.serial && (
        <Choice
          legend={t('peripherals.scanner.portSpeed')}
          options={baudRates.map((rate) => ({ id: String(rate), label: say.number(rate) }))}
          value={String(choice.serial.baudRate)}
          disabled={pending}
          onPick={(picked) => {
            const baudRate = baudRates.find((rate) => String(rate) === picked);
            if (choice.serial && baudRate) keep({ serial: { ...choice.serial, baudRate } });
          }}
        />
      )}
    </>
  );
}
