import { type Cents, cents, parseEuros } from '#domain/money.ts';
import { type Tender, settle, tenderKinds } from '#domain/tender.ts';

export const payModes = [...tenderKinds, 'mixed'] as const;
export type PayMode = (typeof payModes)[number];

/** What is typed or tapped of one amount. `from` says what the next key does to it; a `code` is too long to be money. */
export interface Entry {
  readonly text: string;
  readonly from: 'nothing' | 'digits' | 'notes' | 'code';
}

export type PadKey =
  | { readonly kind: 'digit'; readonly digit: string }
  | { readonly kind: 'comma' }
  | { readonly kind: 'erase' }
  | { readonly kind: 'clear' }
  | { readonly kind: 'note'; readonly cents: Cents }
  | { readonly kind: 'exact'; readonly cents: Cents };

export const noEntry: Entry = { text: '', from: 'nothing' };

/** Digits write an amount; notes add up on it; the first digit after a note starts again. */
export function pressPad(entry: Entry, key: PadKey): Entry {
  const text = entry.from === 'notes' ? '' : entry.text;
  switch (key.kind) {
    case 'digit':
      return typed(text === '0' ? key.digit : text + key.digit, entry);
    case 'comma':
      return text.includes(',') ? entry : typed(`${text === '' ? '0' : text},`, entry);
    case 'erase':
      return entry.from === 'notes' ? noEntry : typed(entry.text.slice(0, -1), entry);
    case 'clear':
      return noEntry;
    case 'note':
      return { text: amountText(cents((enteredCents(entry) ?? 0) + key.cents)), from: 'notes' };
    case 'exact':
      return { text: amountText(key.cents), from: 'notes' };
  }
}

const amountForm = /^(\d{1,4}(,\d{0,2})?)?$/;
/** What a scanner as slow as a typist sends to the pad. */
const codeForm = /^\d{5,40}$/;
function typed(text: string, before: Entry): Entry {
  if (amountForm.test(text)) return { text, from: 'digits' };
  return codeForm.test(text) ? { text, from: 'code' } : before;
}

/** The amount entered; null as long as there is none. */
export const enteredCents = (entry: Entry): Cents | null =>
  entry.text === '' || entry.from === 'code' ? null : parseEuros(entry.text);

/** `2000` → `20`, `1450` → `14,50`. */
export const amountText = (amount: Cents): string => {
  const whole = Math.floor(amount / 100);
  return amount % 100 === 0 ? String(whole) : `${whole},${String(amount % 100).padStart(2, '0')}`;
};

/** What a keyboard key means on the pad; the numeric pad's dot is a comma. */
export function padKeyOf(key: string): PadKey | null {
  if (/^\d$/.test(key)) return { kind: 'digit', digit: key };
  if (key === ',' || key === '.') return { kind: 'comma' };
  if (key === 'Backspace') return { kind: 'erase' };
  if (key === 'Delete') return { kind: 'clear' };
  return null;
}

export type Standing =
  | { readonly kind: 'nothing-entered' }
  | { readonly kind: 'missing'; readonly cents: Cents }
  | { readonly kind: 'enough'; readonly changeCents: Cents };

/** Where cash stands against what is due: a payment needs an amount entered in that payment. */
export function cashStanding(entry: Entry, dueCents: Cents): Standing {
  const entered = enteredCents(entry);
  if (entered === null) return { kind: 'nothing-entered' };
  if (entered < dueCents) return { kind: 'missing', cents: cents(dueCents - entered) };
  return { kind: 'enough', changeCents: cents(entered - dueCents) };
}

/** What a card or a structure may take: what was entered, else all that is due, and never more than that. */
export const partCents = (entry: Entry, dueCents: Cents): Cents =>
  cents(Math.min(enteredCents(entry) ?? dueCents, dueCents));

/** Change of what was tendered so far; null while something is missing. */
export function changeOf(totalCents: Cents, tenders: readonly Tender[]): Cents | null {
  const settled = settle(totalCents, tenders);
  return settled.ok ? settled.value.changeCents : null;
}
