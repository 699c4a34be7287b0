import { cents, euros } from '#domain/money.ts';
import type { Day, Instant } from '#domain/time.ts';
import type { CellState } from '../contract/board.ts';
import type { HqRefusal } from '../contract/calls.ts';
import { Refused } from './api.ts';

export const money = (amount: number): string => euros(cents(amount));

/** Whole euros where the cell is small: `125 €`. */
export const shortMoney = (amount: number): string =>
  euros(cents(Math.round(amount / 100) * 100)).replace(',00', '');

const dayOf = (day: Day): Date => new Date(`${day}T12:00:00Z`);
const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('fr-FR', { timeZone: 'UTC', ...options });
const longDay = format({ weekday: 'long', day: 'numeric', month: 'long' });
const shortDay = format({ day: 'numeric', month: 'short' });
const weekday = format({ weekday: 'short' });
const clock = new Intl.DateTimeFormat('fr-FR', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});

/** `1 déc.` is said and written `1ᵉʳ déc.`. */
const first = (text: string): string => text.replace(/\b1 /, '1ᵉʳ ');

export const dayWords = (day: Day): string => first(longDay.format(dayOf(day)));
export const dayShort = (day: Day): string => first(shortDay.format(dayOf(day)));
export const weekdayShort = (day: Day): string => weekday.format(dayOf(day)).replace('.', '');
export const instantWords = (at: Instant): string => clock.format(new Date(at));

export const stateWords: Readonly<Record<CellState, string>> = {
  'closed-as-planned': 'fermé, comme prévu',
  'not-opened': 'jour d’ouverture, point resté fermé',
  expected: 'attendu',
  silent: 'rien reçu : appelez le point',
  'closed-not-received': 'clôturé à la caisse, lot pas encore reçu',
  received: 'reçu',
  gap: 'reçu en avance : un lot manque avant',
  difference: 'reçu, avec un écart de caisse',
  trouble: 'fichier illisible ou contradictoire',
  before: 'avant l’ouverture du point',
};

/** The same of one till of several. */
export const tillStateWords: Readonly<Record<CellState, string>> = {
  ...stateWords,
  'not-opened': 'jour d’ouverture, caisse restée fermée',
  silent: 'rien reçu de cette caisse : appelez le point',
  before: 'avant l’installation de la caisse',
};

export function refusalWords(error: unknown): string {
  if (!(error instanceof Refused)) return 'Le siège ne répond pas. Vérifiez le réseau puis réessayez.';
  return sentence(error.refusal);
}

function sentence(refusal: HqRefusal): string {
  switch (refusal.kind) {
    case 'wrong-password':
      return 'Ce nom et ce mot de passe ne vont pas ensemble. Réessayez.';
    case 'throttled':
      return `Trop d’essais. Attendez ${refusal.waitSeconds}\u202fs puis réessayez.`;
    case 'password-too-weak':
      return 'Choisissez au moins 8 caractères, avec trois sortes parmi : minuscules, majuscules, chiffres, signes.';
    case 'signed-out':
      return 'Votre session est finie. Connectez-vous de nouveau.';
    case 'must-change-password':
      return 'Choisissez d’abord votre mot de passe.';
    case 'site-unknown':
      return 'Ce point n’est pas dans le référentiel publié.';
    case 'nothing-published':
      return 'Aucun référentiel n’est publié. Publiez-en un, puis revenez.';
    case 'day-in-past':
      return `Un prix ne change jamais dans le passé. Choisissez le ${dayShort(refusal.today)} ou plus tard.`;
    case 'product-unknown':
      return 'Ce produit n’est pas dans le référentiel publié.';
    case 'no-price':
      return 'Ce produit n’a pas de valeur indicative ce jour-là : publiez d’abord une liste de prix.';
    case 'above-market-value':
      return `Le prix solidaire ne peut pas dépasser la valeur indicative, ${euros(refusal.marketCents)}.`;
  }
}

export const proofWords: Readonly<Record<string, string>> = {
  'signed-code': 'Code signé',
  voucher: 'Bon',
  letter: 'Lettre',
};

export const differenceWords: Readonly<Record<string, string>> = {
  'change-error': 'erreur de rendu',
  'tender-error': 'erreur de règlement',
  'line-forgotten': 'ligne oubliée',
  'drawer-opened': 'tiroir ouvert sans vente',
  'count-error': 'erreur de comptage',
  unknown: 'inexpliqué',
};
