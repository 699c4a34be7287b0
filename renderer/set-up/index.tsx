import { HardDriveDownload } from 'lucide-react';
import { Activity, type ReactNode, useRef, useState } from 'react';
import { useDo } from '../api/api.tsx';
import type { AllRefusals } from '../api/client.ts';
import { useDesk } from '../app/desk.tsx';
import { useWords } from '../messages/use-words.ts';
import { SignInScreen } from '../access/index.tsx';
import { Button } from '../ui/controls/button.tsx';
import { Field } from '../ui/controls/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { FirstOperator } from './first-operator.tsx';
import { Restore } from './restore.tsx';
import styles from './set-up.module.css';

/**
 * A new till: linked to headquarters by a code, its recovery key written down, its first manager named. Or an old one
 * brought back from a backup, with its team.
 */
export function SetUpScreen(): ReactNode {
  const desk = useDesk();
  const [enrolled, setEnrolled] = useState<{ recoveryKey: string; siteName: string } | null>(null);
  const [keyNoted, setKeyNoted] = useState(false);
  const [restoring, setRestoring] = useState(false);
  if (enrolled && !keyNoted)
    return (
      <RecoveryKey
        recoveryKey={enrolled.recoveryKey}
        site={enrolled.siteName}
        onNoted={() => setKeyNoted(true)}
      />
    );
  if (restoring && desk.setUp) return <SignInScreen />;
  // Enrolled and reloaded: the till is known, and still has nobody.
  if (enrolled || desk.till !== null) return <FirstOperator />;
  // Hidden, not left: what was typed one way is still there after a look at the other.
  return (
    <>
      <Activity mode={restoring ? 'hidden' : 'visible'}>
        <Enrol onEnrolled={setEnrolled} onRestore={() => setRestoring(true)} />
      </Activity>
      <Activity mode={restoring ? 'visible' : 'hidden'}>
        <Restore onBack={() => setRestoring(false)} />
      </Activity>
    </>
  );
}

function Enrol(props: {
  readonly onEnrolled: (answer: { recoveryKey: string; siteName: string }) => void;
  readonly onRestore: () => void;
}): ReactNode {
  const { t, refusal } = useWords();
  const { act, pending } = useDo('enrol');
  const [code, setCode] = useState('');
  const [url, setUrl] = useState('');
  const [refused, setRefused] = useState<AllRefusals | null>(null);
  const why = code.trim() === '' ? t('setUp.noCode') : url.trim() === '' ? t('setUp.noUrl') : null;
  const address = useRef<HTMLInputElement>(null);
  const enrol = async (): Promise<void> => {
    if (why !== null || pending) return;
    setRefused(null);
    const answer = await act({ code: code.trim(), url: url.trim() });
    if (answer.ok) props.onEnrolled(answer.value);
    else setRefused(answer.refusal);
  };
  return (
    <div className={styles['page']}>
      <h1>{t('setUp.title')}</h1>
      <div className={styles['card']}>
        <h2>{t('setUp.codeTitle')}</h2>
        <p>{t('setUp.codeText')}</p>
        <Field
          label={t('setUp.code')}
          value={code}
          onChange={setCode}
          focused
          maxLength={200}
          onEnter={() => address.current?.focus()}
        />
        <Field
          label={t('setUp.url')}
          hint={t('setUp.urlHint')}
          value={url}
          onChange={setUrl}
          maxLength={300}
          placeholder="https://"
          inputRef={address}
          onEnter={() => void enrol()}
        />
        {refused && <Notice tone="refuse" sentence={refusal(refused)} live />}
        {pending && (
          <Notice tone="info" live>
            {t('setUp.enrolling')}
          </Notice>
        )}
        <Button big wide kind="primary" why={why} onPress={() => void enrol()} disabled={pending}>
          {t('setUp.enrol')}
        </Button>
      </div>
      <div className={styles['otherWay']}>
        <p>{t('setUp.restore.offer')}</p>
        <Button
          big
          wide
          icon={<HardDriveDownload size={20} aria-hidden="true" />}
          disabled={pending}
          onPress={props.onRestore}
        >
          {t('setUp.restore.title')}
        </Button>
      </div>
    </div>
  );
}

function RecoveryKey(props: {
  readonly recoveryKey: string;
  readonly site: string;
  readonly onNoted: () => void;
}): ReactNode {
  const { t } = useWords();
  return (
    <div className={styles['page']}>
      <h1>{t('setUp.title')}</h1>
      <div className={styles['card']}>
        <h2>{t('setUp.keyTitle', { site: props.site })}</h2>
        <p>{t('setUp.keyText')}</p>
        <p className={styles['key']}>{props.recoveryKey}</p>
        <Button big wide kind="primary" onPress={props.onNoted}>
          {t('setUp.keyDone')}
        </Button>
      </div>
    </div>
  );
}
