import type { ReactNode } from 'react';
import { useDo } from '../api/api.tsx';
import { useContrast } from '../app/contrast.ts';
import { useWords } from '../messages/use-words.ts';
import { useAnnouncer } from '../ui/announcer.tsx';
import { Choice } from '../ui/controls/choice.tsx';
import { Panel } from '../ui/panel.tsx';
import styles from './settings.module.css';

/** Each language is named in its own words, whatever the language of the screen. */
const languages = [
  { id: 'fr', label: 'Français' },
  { id: 'en', label: 'English' },
] as const;
const contrasts = ['normal', 'high'] as const;

export function ScreenPart(): ReactNode {
  const { t, say } = useWords();
  const { announceRefusal } = useAnnouncer();
  const { act, pending } = useDo('chooseLanguage');
  const { high, setHigh } = useContrast();
  const choose = async (language: 'fr' | 'en'): Promise<void> => {
    const answer = await act({ language });
    if (!answer.ok) announceRefusal(answer.refusal);
  };
  return (
    <Panel
      label={t('settings.parts.screen')}
      head={<h2 className={styles['title']}>{t('settings.parts.screen')}</h2>}
    >
      <div className={styles['stack']}>
        <Choice
          legend={t('settings.screen.language')}
          options={languages}
          value={say.language}
          disabled={pending}
          onPick={(language) => void choose(language)}
        />
        <p className={styles['soft']}>{t('settings.screen.languageText')}</p>
        <Choice
          legend={t('settings.screen.contrast')}
          options={contrasts.map((id) => ({ id, label: t(`settings.screen.${id}`) }))}
          value={high ? 'high' : 'normal'}
          onPick={(id) => setHigh(id === 'high')}
        />
        <p className={styles['soft']}>{t('settings.screen.contrastText')}</p>
      </div>
    </Panel>
  );
}
