import { type ReactNode, useState } from 'react';
import { useAsk, useDo } from '../api/api.tsx';
import type { AllRefusals } from '../api/client.ts';
import { useDesk } from '../app/desk.tsx';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import { Field } from '../ui/controls/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import styles from './settings.module.css';

/** The tills of the point, and one more by a code of headquarters. */
export function TillsPart(): ReactNode {
  const { t, refusal } = useWords();
  const desk = useDesk();
  const { data: settings } = useAsk('settings', {});
  const { act, pending } = useDo('addTill');
  const [code, setCode] = useState('');
  const [added, setAdded] = useState<string | null>(null);
  const [refused, setRefused] = useState<AllRefusals | null>(null);
  const add = async (): Promise<void> => {
    const answer = await act({ code: code.trim() });
    setRefused(answer.ok ? null : answer.refusal);
    setAdded(answer.ok ? answer.value.till : null);
    if (answer.ok) setCode('');
  };
  return (
    <Panel
      label={t('settings.parts.tills')}
      head={<h2 className={styles['title']}>{t('settings.parts.tills')}</h2>}
      foot={
        <Button
          big
          wide
          kind="primary"
          why={code.trim() === '' ? t('settings.tills.noCode') : null}
          disabled={pending}
          onPress={() => void add()}
        >
          {t('settings.tills.add')}
        </Button>
      }
    >
      <div className={styles['stack']}>
        <ul className={styles['tills']}>
          {settings?.tills.map((till) => (
            <li key={till}>
              <strong>{till}</strong>
              {till === desk.till && <span>{t('settings.tills.thisOne')}</span>}
            </li>
          ))}
        </ul>
        <p>{t('settings.tills.text')}</p>
        <Field label={t('settings.tills.code')} value={code} onChange={setCode} maxLength={400} />
        {refused && <Notice tone="refuse" sentence={refusal(refused)} live />}
        {added !== null && (
          <Notice
            tone="good"
            sentence={{
              text: t('settings.tills.added', { till: added }),
              next: t('settings.tills.addedNext', { till: added }),
            }}
            live
          />
        )}
      </div>
    </Panel>
  );
}
