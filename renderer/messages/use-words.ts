import type { TFunction } from 'i18next';
import { useContext, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reason } from '#domain/reasons.ts';
import type { AllRefusals } from '../api/client.ts';
import { type Formats, formatsFor } from '../ui/format.ts';
import type { Language } from './i18n.ts';
import { FamiliesContext } from './families.ts';
import { TimeZoneContext } from './time-zone.ts';
import { reasonSentence, refusalSentence } from './sentences.ts';
import type { Sentence } from './sentence.ts';

export interface Words {
  readonly t: TFunction;
  readonly say: Formats;
  readonly reason: (reason: Reason) => Sentence;
  readonly refusal: (refusal: AllRefusals) => Sentence;
}

/** Everything a screen needs to speak: texts, dates, money, reasons and refusals in words. */
export function useWords(): Words {
  const { t, i18n } = useTranslation();
  const language: Language = i18n.language === 'en' ? 'en' : 'fr';
  const timeZone = useContext(TimeZoneContext);
  const families = useContext(FamiliesContext);
  return useMemo(() => {
    const say = formatsFor(language, timeZone, families);
    return {
      t,
      say,
      reason: (reason) => reasonSentence(reason, say),
      refusal: (refusal) => refusalSentence(refusal, say),
    };
  }, [t, language, timeZone, families]);
}
