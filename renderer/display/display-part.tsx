import { MonitorUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { useAsk, useDo, useDoor } from '../api/api.tsx';
import { useWords } from '../messages/use-words.ts';
import { useAnnouncer } from '../ui/announcer.tsx';
import { Button } from '../ui/controls/button.tsx';
import { Choice } from '../ui/controls/choice.tsx';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import styles from '../peripherals/peripherals.module.css';

const answers = ['yes', 'no'] as const;

/** The second screen: what it shows, how to open it, and whether it opens by itself. */
export function DisplayPart(): ReactNode {
  const { t } = useWords();
  const { bridge } = useDoor();
  const { announceRefusal } = useAnnouncer();
  const { data } = useAsk('display', {});
  const { act, pending } = useDo('chooseDisplay');
  const choose = async (wanted: boolean): Promise<void> => {
    const answer = await act({ wanted });
    if (!answer.ok) announceRefusal(answer.refusal);
  };
  return (
    <Panel
      label={t('peripherals.parts.display')}
      head={<h2 className={styles['title']}>{t('peripherals.parts.display')}</h2>}
      foot={
        <div className={styles['acts']}>
          <Button
            big
            kind="primary"
            icon={<MonitorUp size={20} aria-hidden="true" />}
            onPress={() => void window.open('./display.html', 'comptoir-display')}
          >
            {t('peripherals.display.open')}
          </Button>
        </div>
      }
    >
      <div className={styles['stack']}>
        <p>{t('peripherals.display.text')}</p>
        <Notice tone="info">{t('peripherals.display.privacy')}</Notice>
        {bridge.shell === 'electron' && data ? (
          <Choice
            legend={t('peripherals.display.always')}
            options={answers.map((id) => ({ id, label: t(`peripherals.display.${id}`) }))}
            value={data.wanted ? 'yes' : 'no'}
            disabled={pending}
            onPick={(answer) => void choose(answer === 'yes')}
          />
        ) : (
          <p className={styles['soft']}>{t('peripherals.display.browser')}</p>
        )}
      </div>
    </Panel>
  );
}
