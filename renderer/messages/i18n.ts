import { type i18n, createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en/index.ts';
import { fr } from './fr/index.ts';
import { typesetAll, typesetFrench } from './typeset.ts';

export type Language = 'fr' | 'en';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof fr };
  }
}

/** An i18next of its own, so that tests and previews never share one. */
export function createI18n(language: Language): i18n {
  const instance = createInstance();
  void instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'fr',
    initAsync: false,
    // React escapes what it draws.
    interpolation: { escapeValue: false },
    resources: {
      fr: { translation: typesetAll(fr, typesetFrench) },
      en: { translation: typesetAll(en, (text) => text.replaceAll("'", '’')) },
    },
  });
  return instance;
}
