import { type ReactNode, useId } from 'react';
import { useWords } from '../messages/use-words.ts';
import { FamilyIcon } from '../basket/family-icon.tsx';
import { Button } from '../ui/controls/button.tsx';
import { Field } from '../ui/controls/field.tsx';
import { grouped } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import {
  type LineChoice,
  type TicketLine,
  allowedFor,
  awaitsUnit,
  leftOf,
  startChoice,
} from './return-choice.ts';
import { Stepper } from './stepper.tsx';
import styles from './ticket.module.css';

interface Props {
  readonly line: TicketLine;
  readonly choice: LineChoice | null;
  readonly onChange: (choice: LineChoice | null) => void;
}

/** One line of the ticket: taken back or not, and how. */
export function ReturnLine(props: Props): ReactNode {
  const { t, say } = useWords();
  const { line, choice, onChange } = props;
  const id = useId();
  const never = line.mayReturn === 'never';
  return (
    <li className={styles['returnLine']} data-chosen={choice ? '' : undefined}>
      <div className={styles['line']}>
        <input
          id={id}
          type="checkbox"
          className={styles['tick']}
          checked={choice !== null}
          disabled={never && choice === null}
          onChange={() => onChange(choice ? null : startChoice(line))}
        />
        <label htmlFor={id} className={styles['what']}>
          <strong>
            <FamilyIcon family={line.family} size={20} /> {line.label}
          </strong>
          {line.unit && <span className={styles['soft']}>{grouped(line.unit.text)}</span>}
        </label>
        <strong className={styles['amount']}>{say.money(line.unitPriceCents)}</strong>
      </div>
      {!choice && line.mayReturn !== 'unopened-or-faulty' && (
        <Notice
          tone={never ? 'warn' : 'info'}
          action={
            never && (
              <Button onPress={() => onChange(startChoice(line, true))}>
                {t('ticket.return.exception')}
              </Button>
            )
          }
        >
          <p>{t(`ticket.return.rule.${line.mayReturn}`)}</p>
        </Notice>
      )}
      {choice && <ChoiceParts line={line} choice={choice} onChange={onChange} />}
    </li>
  );
}

function ChoiceParts(props: {
  readonly line: TicketLine;
  readonly choice: LineChoice;
  readonly onChange: (choice: LineChoice) => void;
}): ReactNode {
  const { t } = useWords();
  const { line, choice, onChange } = props;
  const allowed = allowedFor(line, choice.exception);
  const limited = allowed.conditions.length === 1 || allowed.outcomes.length === 1;
  return (
    <div className={styles['parts']}>
      {leftOf(line) > 1 && (
        <Stepper
          legend={t('ticket.return.quantity', { left: leftOf(line) })}
          value={choice.quantity}
          max={leftOf(line)}
          onChange={(quantity) => onChange({ ...choice, quantity })}
        />
      )}
      <fieldset className={styles['choices']}>
        <legend>{t('ticket.return.state')}</legend>
        {allowed.conditions.map((one) => (
          <Button
            key={one}
            pressed={choice.condition === one}
            onPress={() => onChange({ ...choice, condition: one })}
          >
            {t(`ticket.return.conditions.${one}`)}
          </Button>
        ))}
      </fieldset>
      <fieldset className={styles['choices']}>
        <legend>{t('ticket.return.what')}</legend>
        {allowed.outcomes.map((one) => (
          <Button
            key={one}
            pressed={choice.as === one}
            onPress={() => onChange({ ...choice, as: one, newUnit: '' })}
          >
            {t(`ticket.return.outcomes.${one}`)}
          </Button>
        ))}
      </fieldset>
      {choice.as === 'exchange' && line.unit && (
        <Field
          label={t('ticket.return.newUnit')}
          hint={awaitsUnit(line, choice) ? t('ticket.return.newUnitHint') : t('ticket.return.newUnitRead')}
          value={choice.newUnit}
          onChange={(newUnit) => onChange({ ...choice, newUnit })}
          maxLength={64}
        />
      )}
      {choice.exception ? (
        <p className={styles['soft']}>{t('ticket.return.exceptionOn')}</p>
      ) : (
        limited && (
          <div className={styles['limited']}>
            <p className={styles['soft']}>{t('ticket.return.limited')}</p>
            <Button onPress={() => onChange({ ...choice, exception: true })}>
              {t('ticket.return.exception')}
            </Button>
          </div>
        )
      )}
    </div>
  );
}
