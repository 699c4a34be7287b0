import type { ReactNode } from 'react';
import { type Cents, cents } from '#domain/money.ts';
import { useWords } from '../messages/use-words.ts';

/** What a structure is to be asked for; when more came back than was taken on, what its next statement takes off. */
export function OpenDue({ openCents }: { readonly openCents: Cents }): ReactNode {
  const { t, say } = useWords();
  return (
    <>
      <span>{t(openCents < 0 ? 'money.credits.deduct' : 'money.credits.due')}</span>
      <strong>{say.money(cents(Math.abs(openCents)))}</strong>
    </>
  );
}
