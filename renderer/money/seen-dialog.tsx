import { type ReactNode, useState } from 'react';
import type { Cents } from '#domain/money.ts';
import { type Day, addDays } from '#domain/time.ts';
import type { AllRefusals } from '../api/client.ts';
import { useWords } from '../messages/use-words.ts';
import { dayFromText, typedDay } from '../ui/controls/typed-day.ts';
import { useToday } from '../team/use-today.ts';
import { useAnnouncer } from '../ui/announcer.tsx';
import { Button } from '../ui/controls/button.tsx';
import { Dialog } from '../ui/controls/dialog.tsx';
import { Field } from '../ui/controls/field.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from './money.module.css';
import { type SeenEntry, seenEntry } from './seen.ts';

const whys = {
  'bad-day': 'money.seen.needDay',
  'future-day': 'money.seen.needDay',
  'no-amount': 'money.seen.needAmount',
} as const satisfies Record<Exclude<SeenEntry['kind'], 'ready'>, string>;

/**
 * Money that arrived, copied from the paper that shows it: the amount is typed, never proposed, so that one Enter too
 * many confirms nothing. Another amount is said before it is confirmed.
 */
export function SeenDialog(props: {
  readonly of: 'money.seen' | 'credits.settle';
  readonly expectedCents: Cents;
  readonly name?: string;
  readonly number?: string;
  readonly onSeen: (on: Day, cents: Cents) => Promise<AllRefusals | null>;
  readonly onClose: () => void;
}): ReactNode {
  const { t, say, refusal } = useWords();
  const { announce } = useAnnouncer();
  const today = useToday();
  const { of, expectedCents, onClose } = props;
  const [day, setDay] = useState(() => typedDay(today));
  const [amount, setAmount] = useState('');
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<AllRefusals | null>(null);
  const entry = seenEntry({ day, amount }, expectedCents, today);
  const found = entry.kind === 'ready' && entry.difference.kind !== 'same' ? entry.difference : null;
  const differs = found && ({ cents: found.cents, as: found.kind === 'more' ? 'more' : 'less' } as const);
  const save = async (): Promise<void> => {
    if (entry.kind !== 'ready' || busy) return;
    setBusy(true);
    try {
      const answer = await props.onSeen(entry.on, entry.cents);
      setRefused(answer);
      if (answer) return;
      announce('good', { text: t(`money.${of}.done`), next: t(`money.${of}.doneNext`) });
      onClose();
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={t(`money.${of}.title`, { number: props.number ?? '' })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose} shortcut="Escape">
            {t('ui.back')}
          </Button>
          <Button
            kind="primary"
            why={entry.kind === 'ready' ? null : t(whys[entry.kind])}
            disabled={busy}
            onPress={() => void save()}
          >
            {t(`money.${of}.button`)}
          </Button>
        </>
      }
    >
      <p>{t(`money.${of}.text`, { name: props.name ?? '', amount: say.money(expectedCents) })}</p>
      <DayField value={day} onChange={setDay} today={today} problem={entry.kind} />
      <Field
        focused
        label={t('money.seen.amount')}
        inputMode="decimal"
        value={amount}
        cap={<span aria-hidden="true">€</span>}
        maxLength={10}
        onChange={setAmount}
      />
      {differs && (
        <Notice
          tone="warn"
          live
          sentence={{
            text: t(`money.${of}.${differs.as}`, { amount: say.money(differs.cents) }),
            next: t(`money.${of}.${differs.as}Next`),
          }}
        />
      )}
      {refused && <Notice tone="refuse" sentence={refusal(refused)} live />}
    </Dialog>
  );
}

function DayField(props: {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly today: Day;
  readonly problem: SeenEntry['kind'];
}): ReactNode {
  const { t, say } = useWords();
  const { value, onChange, today, problem } = props;
  const day = dayFromText(value);
  // Still being typed: nobody is corrected in the middle of a date.
  const whole = value.trim().length >= 8;
  const error =
    problem === 'future-day'
      ? t('money.seen.futureDay')
      : problem === 'bad-day' && whole
        ? t('money.seen.badDay')
        : undefined;
  return (
    <fieldset className={styles['day']}>
      <legend>{t('money.seen.day')}</legend>
      <div className={styles['quick']}>
        {(['today', 'yesterday'] as const).map((one) => {
          const typed = typedDay(one === 'today' ? today : addDays(today, -1));
          return (
            <Button key={one} pressed={value === typed} onPress={() => onChange(typed)}>
              {t(`money.seen.${one}`)}
            </Button>
          );
        })}
        <div className={styles['date']}>
          <Field
            hideLabel
            label={t('money.seen.day')}
            placeholder={t('money.seen.dayHint')}
            inputMode="numeric"
            maxLength={10}
            value={value}
            onChange={onChange}
            hint={day && !error ? say.longDay(day) : undefined}
            error={error}
          />
        </div>
      </div>
    </fieldset>
  );
}
