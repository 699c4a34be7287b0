import type { StartSentence, StartWords } from './sentence.ts';
import type { StartLanguage } from './language.ts';
import type { StartRefusal } from './refusal.ts';
import { wordsEn } from './words-en.ts';
import { wordsFr } from './words-fr.ts';

export const startWords: Readonly<Record<StartLanguage, StartWords>> = { fr: wordsFr, en: wordsEn };

/** The one place where a start that failed gets its words. */
export function startSentence(
  refusal: StartRefusal,
  { language, folder }: { readonly language: StartLanguage; readonly folder: string },
): StartSentence {
  const say = startWords[language].refusals[refusal.kind] as (
    what: StartRefusal,
    folder: string,
  ) => StartSentence;
  const { text, next } = say(refusal, folder);
  return language === 'fr' ? { text: bound(text), next: bound(next) } : { text, next };
}

/** No line begins with the sign that French sets after a space. */
const bound = (text: string): string => text.replace(/ ([:;!?»])/g, '\u00A0$1').replace(/« /g, '«\u00A0');
