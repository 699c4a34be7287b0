import { type ReactNode, useState } from 'react';
import { baudRates, serialPort } from '#contract/printing.ts';
import type { ScannerChoice, WedgeChoice } from '#contract/scanning.ts';
import { useDo } from '../api/api.tsx';
import type { AllRefusals } from '../api/client.ts';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import { Choice } from '../ui/controls/choice.tsx';
import { Field } from '../ui/controls/field.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from '../peripherals/peripherals.module.css';

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
  const { t, say, refusal } = useWords();
  const { choice, ports, onTyping } = props;
  const { act, pending } = useDo('chooseScanner');
  const [asking, setAsking] = useState(false);
  const [typesPort, setTypesPort] = useState(false);
  const [refused, setRefused] = useState<AllRefusals | null>(null);
  const keep = async (change: Partial<ScannerChoice>): Promise<void> => {
    const answer = await act({ scanner: { ...choice, ...change } });
    setRefused(answer.ok ? null : answer.refusal);
    if (!answer.ok) return;
    setAsking(false);
    setTypesPort(false);
    onTyping(false);
  };
  const keepPort = (path: string): void =>
    void keep({ serial: { path, baudRate: choice.serial?.baudRate ?? 9_600 } });
  const pick = (kind: WedgeChoice['kind']): void => {
    const asks = kind === 'prefix';
    setAsking(asks);
    onTyping(asks);
    if (kind !== 'prefix') void keep({ wedge: { kind } });
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
        <Typed
          name="prefix"
          longest={6}
          before={choice.wedge.kind === 'prefix' ? choice.wedge.prefix : ''}
          isRight={(prefix) => prefix !== ''}
          pending={pending}
          onKeep={(prefix) => void keep({ wedge: { kind: 'prefix', prefix } })}
        />
      )}
      <Choice
        legend={t('peripherals.scanner.port')}
        options={[
          { id: none, label: t('peripherals.scanner.noPort') },
          ...[...known, ...ports].map((path) => ({ id: path, label: path })),
          { id: other, label: t('peripherals.scanner.otherPort') },
        ]}
        value={typesPort ? other : (choice.serial?.path ?? none)}
        disabled={pending}
        onPick={(path) => {
          setTypesPort(path === other);
          onTyping(path === other);
          if (path === none) void keep({ serial: null });
          else if (path !== other) keepPort(path);
        }}
      />
      {typesPort && (
        <Typed
          name="portName"
          longest={100}
          before=""
          isRight={(path) => serialPort.safeParse(path).success}
          pending={pending}
          onKeep={keepPort}
        />
      )}
      {refused && <Notice tone="refuse" sentence={refusal(refused)} live />}
      {choice.serial && (
        <Choice
          legend={t('peripherals.scanner.portSpeed')}
          options={baudRates.map((rate) => ({ id: String(rate), label: say.number(rate) }))}
          value={String(choice.serial.baudRate)}
          disabled={pending}
          onPick={(picked) => {
            const baudRate = baudRates.find((rate) => String(rate) === picked);
            if (choice.serial && baudRate) void keep({ serial: { ...choice.serial, baudRate } });
          }}
        />
      )}
    </>
  );
}

/** What only the papers of the scanner say. */
function Typed(props: {
  readonly name: 'prefix' | 'portName';
  readonly longest: number;
  readonly before: string;
  readonly isRight: (text: string) => boolean;
  readonly pending: boolean;
  readonly onKeep: (text: string) => void;
}): ReactNode {
  const { t } = useWords();
  const { name, longest, before, isRight, pending, onKeep } = props;
  const [text, setText] = useState(before);
  return (
    <div className={styles['address']}>
      <Field
        focused
        label={t(`peripherals.scanner.${name}`)}
        hint={t(`peripherals.scanner.${name}Hint`)}
        maxLength={longest}
        value={text}
        onChange={setText}
      />
      <Button
        why={isRight(text.trim()) ? null : t(`peripherals.scanner.${name}Need`)}
        disabled={pending}
        onPress={() => onKeep(text.trim())}
      >
        {t('peripherals.scanner.keep')}
      </Button>
    </div>
  );
}
