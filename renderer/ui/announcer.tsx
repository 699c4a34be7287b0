import { X } from 'lucide-react';
import { type ReactNode, createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AllRefusals } from '../api/client.ts';
import type { Sentence } from '../messages/sentence.ts';
import { useWords } from '../messages/use-words.ts';
import styles from './announcer.module.css';
import { Notice, type Tone } from './notice.tsx';

interface Announcement {
  readonly tone: Tone;
  readonly sentence: Sentence;
}

interface Announcer {
  readonly announce: (tone: Tone, sentence: Sentence) => void;
  readonly announceRefusal: (refusal: AllRefusals) => void;
  readonly clear: () => void;
}

const AnnouncerContext = createContext<Announcer | null>(null);
const shownForMs = 9_000;
const leastMs = 1_200;

/** One sentence at the foot of the screen, above dialogs too, for what no place of the screen can say. */
export function AnnouncerProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const { t } = useTranslation();
  const { refusal } = useWords();
  const [said, setSaid] = useState<Announcement | null>(null);
  const clear = useCallback(() => setSaid(null), []);
  useEffect(() => {
    if (!said) return undefined;
    const timer = setTimeout(clear, shownForMs);
    const startedAt = performance.now();
    // The next act has read it; the key that brought it up has not.
    const onAct = (event: Event): void => {
      if (event.timeStamp - startedAt > leastMs) clear();
    };
    window.addEventListener('pointerdown', onAct);
    window.addEventListener('keydown', onAct);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pointerdown', onAct);
      window.removeEventListener('keydown', onAct);
    };
  }, [said, clear]);
  const announcer = useMemo<Announcer>(
    () => ({
      announce: (tone, sentence) => setSaid({ tone, sentence }),
      announceRefusal: (one) => setSaid({ tone: 'refuse', sentence: refusal(one) }),
      clear,
    }),
    [clear, refusal],
  );
  return (
    <AnnouncerContext value={announcer}>
      {children}
      <div className={styles['place']} aria-live="assertive">
        {said && (
          <Notice
            tone={said.tone}
            sentence={said.sentence}
            action={
              <button type="button" className={styles['close']} aria-label={t('ui.close')} onClick={clear}>
                <X size={20} aria-hidden="true" />
              </button>
            }
          />
        )}
      </div>
    </AnnouncerContext>
  );
}

export function useAnnouncer(): Announcer {
  const announcer = useContext(AnnouncerContext);
  if (!announcer) throw new Error('useAnnouncer outside AnnouncerProvider');
  return announcer;
}
