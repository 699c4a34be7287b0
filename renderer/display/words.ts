type Word = 'welcome' | 'total' | 'remaining' | 'saving' | 'saved' | 'thanks' | 'change';

/** Few enough to need no more than this. */
export const displayWords: Readonly<Record<'fr' | 'en', Readonly<Record<Word, string>>>> = {
  fr: {
    welcome: 'Bienvenue',
    total: 'À payer',
    remaining: 'Reste à payer',
    saving: 'Économie',
    saved: 'Vous économisez',
    thanks: 'Merci, à bientôt',
    change: 'On vous rend',
  },
  en: {
    welcome: 'Welcome',
    total: 'To pay',
    remaining: 'Still to pay',
    saving: 'Saving',
    saved: 'You save',
    thanks: 'Thank you, see you soon',
    change: 'Your change',
  },
};
