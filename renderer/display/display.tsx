import { type ReactNode, useEffect } from 'react';
import type { DisplayView } from '#contract/display.ts';
import type { Bridge } from '#contract/ipc.ts';
import { type Formats, formatsFor } from '../ui/format.ts';
import styles from './display.module.css';
import { useDisplay } from './use-display.ts';
import { displayWords } from './words.ts';

interface Said {
  readonly say: Formats;
  readonly words: (typeof displayWords)['fr'];
}

/** The screen that faces the person served: what is bought, what it costs, what is saved. */
export function Display({ bridge }: { readonly bridge: Bridge }): ReactNode {
  const shown = useDisplay(bridge);
  const language = shown?.language ?? 'fr';
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const said: Said = { say: formatsFor(language, 'Europe/Paris'), words: displayWords[language] };
  const view = shown?.view ?? { state: 'welcome' };
  return (
    <main className={styles['display']} data-state={view.state}>
      {view.state === 'basket' && <Basket view={view} {...said} />}
      {view.state === 'thanks' && <Thanks view={view} {...said} />}
      {view.state === 'welcome' && (
        <div className={styles['middle']}>
          <h1>{said.words.welcome}</h1>
          {shown && <p>{shown.siteName}</p>}
        </div>
      )}
    </main>
  );
}

function Basket(props: Said & { readonly view: Extract<DisplayView, { state: 'basket' }> }): ReactNode {
  const { view, say, words } = props;
  const { lines, totalCents, savingCents, remainingCents } = view;
  return (
    <>
      <ol className={styles['lines']}>
        {lines.map(({ label, quantity, totalCents: price, referenceCents }, index) => (
          // The same thing may stand twice: its place is its identity.
          <li key={`${index}-${label}`}>
            <span>{quantity > 1 ? `${quantity} × ${label}` : label}</span>
            {referenceCents > price && <s>{say.money(referenceCents)}</s>}
            <strong>{say.money(price)}</strong>
          </li>
        ))}
      </ol>
      <footer className={styles['foot']}>
        {savingCents > 0 && (
          <p className={styles['saving']}>
            {words.saving} <strong>{say.money(savingCents)}</strong>
          </p>
        )}
        <p className={styles['total']}>
          {remainingCents === null ? words.total : words.remaining}{' '}
          <strong>{say.money(remainingCents ?? totalCents)}</strong>
        </p>
      </footer>
    </>
  );
}

function Thanks(props: Said & { readonly view: Extract<DisplayView, { state: 'thanks' }> }): ReactNode {
  const { view, say, words } = props;
  return (
    <div className={styles['middle']}>
      <h1>{words.thanks}</h1>
      {view.changeCents > 0 && (
        <p className={styles['change']}>
          {words.change} <strong>{say.money(view.changeCents)}</strong>
        </p>
      )}
      {view.savingCents > 0 && (
        <p className={styles['saving']}>
          {words.saved} <strong>{say.money(view.savingCents)}</strong>
        </p>
      )}
    </div>
  );
}
