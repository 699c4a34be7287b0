import { Delete } from 'lucide-react';
import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { type Cents, cents } from '#domain/money.ts';
import { useKey } from '../keys/keys.tsx';
import { useWords } from '../messages/use-words.ts';
import { useScanner } from '../scanning/listening.tsx';
import { type Entry, type PadKey, enteredCents, padKeyOf } from './entry.ts';
import styles from './sale.module.css';

const noteKeys = [500, 1_000, 2_000, 5_000] as const;
const rows = ['7', '8', '9', '4', '5', '6', '1', '2', '3'] as const;

/** Notes that add up, digits, the exact amount; the keyboard's own digits do the same. */
export function AmountPad(props: {
  readonly label: string;
  readonly entry: Entry;
  readonly exactCents: Cents;
  readonly onKey: (key: PadKey) => void;
}): ReactNode {
  const { t, say } = useWords();
  const { entry, onKey } = props;
  const { take } = useScanner();
  usePadKeys(onKey);
  // Never money: read as what it is, once it is whole.
  useKey(
    'Enter',
    entry.from === 'code'
      ? () => {
          onKey({ kind: 'clear' });
          take({ readings: [entry.text], from: 'keyboard' });
        }
      : null,
  );
  return (
    <div className={styles['pad']} data-takes-digits data-repeats>
      <output className={styles['display']} data-empty={enteredCents(entry) === null || undefined}>
        <span>{props.label}</span>
        <strong>{shownOf(entry, say.money)}</strong>
      </output>
      <div className={styles['notes']}>
        {noteKeys.map((note) => (
          <button
            key={note}
            type="button"
            className={styles['key']}
            onClick={() => onKey({ kind: 'note', cents: cents(note) })}
          >
            {say.shortMoney(cents(note))}
          </button>
        ))}
        <button
          type="button"
          className={styles['key']}
          onClick={() => onKey({ kind: 'exact', cents: props.exactCents })}
        >
          {t('sale.exact')}
        </button>
      </div>
      <div className={styles['digits']}>
        {rows.map((digit) => (
          <button
            key={digit}
            type="button"
            className={styles['digit']}
            onClick={() => onKey({ kind: 'digit', digit })}
          >
            {digit}
          </button>
        ))}
        <button type="button" className={styles['digit']} onClick={() => onKey({ kind: 'comma' })}>
          ,
        </button>
        <button
          type="button"
          className={styles['digit']}
          onClick={() => onKey({ kind: 'digit', digit: '0' })}
        >
          0
        </button>
        <button
          type="button"
          className={styles['digit']}
          aria-label={t('sale.erase')}
          onClick={() => onKey({ kind: 'erase' })}
        >
          <Delete size={28} aria-hidden="true" />
        </button>
      </div>
    </div>
  );
}

function shownOf(entry: Entry, money: (amount: Cents) => string): string {
  if (entry.from === 'code') return entry.text;
  const entered = enteredCents(entry);
  if (entered === null) return '–';
  return entry.from === 'digits' ? `${entry.text}\u202F€` : money(entered);
}

/** Digits typed anywhere but in a field go to the pad. */
function usePadKeys(onKey: (key: PadKey) => void): void {
  const latest = useRef(onKey);
  useLayoutEffect(() => {
    latest.current = onKey;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
      if (event.target instanceof HTMLInputElement || document.querySelector('dialog[open]')) return;
      const key = padKeyOf(event.key);
      if (!key) return;
      event.preventDefault();
      latest.current(key);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
