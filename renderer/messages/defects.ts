import type { DefectWords, DefectSaid, DefectSentences, CallSentences } from './defect-sentence.ts';
import type { IntegrityDefect } from '#domain/integrity.ts';
import type { Formats } from '../ui/format.ts';
import { callEn, defectsEn, unknownDefectEn } from './en/defects.ts';
import { callFr, defectsFr, unknownDefectFr } from './fr/defects.ts';
import type { Language } from './i18n.ts';
import { typesetFrench } from './typeset.ts';

type Speak = Readonly<Record<string, (defect: IntegrityDefect, say: Formats) => DefectSaid>>;

const spoken: Readonly<
  Record<
    Language,
    { readonly sentences: DefectSentences; readonly call: CallSentences; readonly unknown: DefectSaid }
  >
> = {
  fr: { sentences: defectsFr, call: callFr, unknown: unknownDefectFr },
  en: { sentences: defectsEn, call: callEn, unknown: unknownDefectEn },
};

/** The words of a defect; `seq` is the number of its event in the journal. */
export function defectWords(defect: IntegrityDefect, seq: number, say: Formats): DefectWords {
  const { text, why, next, call } = said(defect, say);
  const calling = spoken[say.language].call[call](String(seq));
  return { text: set(text, say), why: set(why, say), next: set(`${next} ${calling}`, say) };
}

/** What happened alone: for a backup that was only tried, which has no number to say. */
export const defectText = (defect: IntegrityDefect, say: Formats): string => set(said(defect, say).text, say);

function said(defect: IntegrityDefect, say: Formats): DefectSaid {
  const { sentences, unknown } = spoken[say.language];
  return (sentences as unknown as Speak)[defect.kind]?.(defect, say) ?? unknown;
}

const set = (text: string, say: Formats): string => (say.language === 'fr' ? typesetFrench(text) : text);
