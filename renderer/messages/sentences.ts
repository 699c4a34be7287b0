import type { Sentence } from './sentence.ts';
import type { Reason } from '#domain/reasons.ts';
import type { AllRefusals } from '../api/client.ts';
import type { Formats } from '../ui/format.ts';
import { reasonsEn } from './en/reasons.ts';
import { refusalsEn } from './en/refusals.ts';
import { reasonsFr } from './fr/reasons.ts';
import { refusalsFr } from './fr/refusals.ts';
import { typesetFrench } from './typeset.ts';

type Speak<T> = Readonly<Record<string, (what: T, say: Formats) => Sentence>>;

export function reasonSentence(reason: Reason, say: Formats): Sentence {
  const sentences = (say.language === 'en' ? reasonsEn : reasonsFr) as unknown as Speak<Reason>;
  return spoken(sentences[reason.code]?.(reason, say), say);
}

export function refusalSentence(refusal: AllRefusals, say: Formats): Sentence {
  const sentences = (say.language === 'en' ? refusalsEn : refusalsFr) as unknown as Speak<AllRefusals>;
  return spoken(sentences[refusal.kind]?.(refusal, say), say);
}

/** A main process newer than the page may know more than the page: still a sentence, never a blank. */
function spoken(sentence: Sentence | undefined, say: Formats): Sentence {
  if (!sentence) return unknownSentence[say.language];
  if (say.language === 'en') return sentence;
  return { text: typesetFrench(sentence.text), next: typesetFrench(sentence.next) };
}

const unknownSentence: Readonly<Record<Formats['language'], Sentence>> = {
  fr: { text: 'Cela n’est pas possible ici.', next: 'Appelez un responsable.' },
  en: { text: 'This is not possible here.', next: 'Call a manager.' },
};
