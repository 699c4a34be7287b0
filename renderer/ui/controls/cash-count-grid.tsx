import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { type Denomination, cents, denominations } from '#domain/money.ts';
import { useWords } from '../../messages/use-words.ts';
import { type CountTexts, boxTotal, coins, coinsInRoll, isPieceText, notes, withRoll } from './cash-count.ts';
import styles from './cash-count-grid.module.css';

/** Notes and coins counted by denomination: Enter goes to the next box, after the last one it is the button's. */
export function CashCountGrid(props: {
  readonly texts: CountTexts;
  readonly onChange: (texts: CountTexts) => void;
  readonly disabled?: boolean;
  /** In a dialog: the next key goes to the first box. */
  readonly focused?: boolean;
  /** Where Enter goes after the last box; without it, to the button. */
  readonly onLast?: () => void;
}): ReactNode {
  const { t, say } = useWords();
  const grid = useRef<HTMLDivElement>(null);
  const boxes = (): HTMLInputElement[] => [
    ...(grid.current?.querySelectorAll<HTMLInputElement>('input') ?? []),
  ];
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const all = boxes();
    const next = all[all.indexOf(event.currentTarget) + step];
    if (next) next.focus();
    else if (step > 0 && props.onLast) props.onLast();
    else if (step > 0) event.currentTarget.blur();
  };
  const row = (one: Denomination): ReactNode => {
    const text = props.texts[one] ?? '';
    const name = say.shortMoney(cents(one));
    const roll = coinsInRoll[one];
    return (
      <div key={one} className={styles['row']}>
        <label htmlFor={`piece-${one}`}>{name}</label>
        <input
          id={`piece-${one}`}
          className={styles['box']}
          inputMode="numeric"
          autoComplete="off"
          placeholder="–"
          value={text}
          disabled={props.disabled}
          data-autofocus={(props.focused && one === denominations[0]) || undefined}
          onFocus={(event) => event.currentTarget.select()}
          onKeyDown={onKeyDown}
          onChange={(event) => {
            const typed = event.currentTarget.value;
            if (isPieceText(typed)) props.onChange({ ...props.texts, [one]: typed });
          }}
        />
        {roll ? (
          <button
            type="button"
            className={styles['roll']}
            disabled={props.disabled}
            aria-label={t('ui.count.rollOf', { name, roll })}
            onClick={() => props.onChange(withRoll(props.texts, one))}
          >
            {t('ui.count.roll')}
          </button>
        ) : (
          <span />
        )}
        <span className={styles['sum']}>{text === '' ? '' : say.money(boxTotal(one, text))}</span>
      </div>
    );
  };
  return (
    <div className={styles['grid']} ref={grid}>
      <fieldset className={styles['column']}>
        <legend>{t('ui.count.notes')}</legend>
        {notes.map(row)}
      </fieldset>
      <fieldset className={styles['column']}>
        <legend>{t('ui.count.coins')}</legend>
        {coins.map(row)}
      </fieldset>
    </div>
  );
}

/** `20 €, 0,05 €`, for the question about empty boxes. */
export function boxNames(
  empty: readonly Denomination[],
  money: (amount: ReturnType<typeof cents>) => string,
): string {
  return denominations
    .filter((one) => empty.includes(one))
    .map((one) => money(cents(one)))
    .join(', ');
}
