import type { ReactNode } from 'react';
import { type Day, addDays } from '#domain/time.ts';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import { Field } from '../ui/controls/field.tsx';
import { dayFromText, typedDay } from '../ui/controls/typed-day.ts';
import styles from './team.module.css';
import { useToday } from './use-today.ts';

/** Null: no end. Otherwise what is typed, right or not yet. */
export type LastDay = string | null;

/** `bad` while what is typed is no date, or one that is over. */
export function lastDayIn(value: LastDay, today: Day): Day | 'bad' | null {
  if (value === null) return null;
  const day = dayFromText(value);
  return day === null || day < today ? 'bad' : day;
}

const spans = [7, 30, 90] as const;

export function LastDayField(props: {
  readonly value: LastDay;
  readonly onChange: (value: LastDay) => void;
}): ReactNode {
  const { t, say } = useWords();
  const today = useToday();
  const { value, onChange } = props;
  const day = lastDayIn(value, today);
  const tooShort = value !== null && value.trim().length < 8;
  return (
    <fieldset className={styles['lastDay']}>
      <legend>{t('team.lastDay')}</legend>
      <div className={styles['quick']}>
        <Button pressed={value === null} onPress={() => onChange(null)}>
          {t('team.noLastDay')}
        </Button>
        {spans.map((days) => {
          const typed = typedDay(addDays(today, days));
          return (
            <Button key={days} pressed={value === typed} onPress={() => onChange(typed)}>
              {t(`team.in${days}`)}
            </Button>
          );
        })}
        <div className={styles['date']}>
          <Field
            hideLabel
            label={t('team.dateTyped')}
            placeholder={t('team.datePattern')}
            inputMode="numeric"
            maxLength={10}
            value={value ?? ''}
            onChange={(typed) => onChange(typed === '' ? null : typed)}
            hint={day && day !== 'bad' ? say.longDay(day) : undefined}
            error={day === 'bad' && !tooShort ? t('team.badDate') : undefined}
          />
        </div>
      </div>
    </fieldset>
  );
}
