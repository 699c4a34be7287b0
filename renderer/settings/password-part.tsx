import { type ReactNode, useState } from 'react';
import { useDo } from '../api/api.tsx';
import type { AllRefusals } from '../api/client.ts';
import { useWords } from '../messages/use-words.ts';
import { PasswordRule } from '../team/first-password.tsx';
import { isAccepted } from '../team/password-rule.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import styles from './settings.module.css';

const empty = { current: '', next: '', again: '', pin: '' };

/** One's own password, and the short code that unlocks an open till. */
export function PasswordPart(): ReactNode {
  const { t, refusal } = useWords();
  const { act, pending } = useDo('changePassword');
  const [typed, setTyped] = useState(empty);
  const [done, setDone] = useState(false);
  const [refused, setRefused] = useState<AllRefusals | null>(null);
  const { current, next, again, pin } = typed;
  const put = (field: keyof typeof empty) => (value: string) => {
    setDone(false);
    setTyped({ ...typed, [field]: value });
  };
  const differs = again !== '' && !next.startsWith(again);
  const pinShort = pin !== '' && !/^\d{4,6}$/.test(pin);
  const why = whyNot({ current, next, again, pinShort });
  const save = async (): Promise<void> => {
    const answer = await act({ current, next, ...(pin === '' ? {} : { pin }) });
    setRefused(answer.ok ? null : answer.refusal);
    setDone(answer.ok);
    if (answer.ok) setTyped(empty);
  };
  return (
    <Panel
      label={t('settings.parts.password')}
      head={<h2 className={styles['title']}>{t('settings.parts.password')}</h2>}
      foot={
        <div className={styles['acts']}>
          <Button
            big
            kind="primary"
            why={why && t(`settings.password.${why}`)}
            disabled={pending}
            onPress={() => void save()}
          >
            {t('settings.password.save')}
          </Button>
        </div>
      }
    >
      <div className={styles['stack']}>
        {done && (
          <Notice
            live
            tone="good"
            sentence={{ text: t('settings.password.done'), next: t('settings.password.doneNext') }}
          />
        )}
        {refused && <Notice tone="refuse" sentence={refusal(refused)} live />}
        <Field
          focused
          type="password"
          autoComplete="current-password"
          label={t('settings.password.current')}
          value={current}
          onChange={put('current')}
        />
        <Field
          type="password"
          autoComplete="new-password"
          label={t('settings.password.next')}
          value={next}
          onChange={put('next')}
        />
        <PasswordRule password={next} />
        <Field
          type="password"
          autoComplete="new-password"
          label={t('settings.password.again')}
          error={differs ? t('settings.password.differs') : undefined}
          value={again}
          onChange={put('again')}
        />
        <Field
          type="password"
          inputMode="numeric"
          maxLength={6}
          label={t('settings.password.pin')}
          hint={t('settings.password.pinHint')}
          value={pin}
          onChange={(value) => put('pin')(value.replace(/\D/g, ''))}
        />
      </div>
    </Panel>
  );
}

function whyNot(form: {
  readonly current: string;
  readonly next: string;
  readonly again: string;
  readonly pinShort: boolean;
}): 'noCurrent' | 'weak' | 'notTwice' | 'pinShort' | null {
  if (form.current === '') return 'noCurrent';
  if (!isAccepted(form.next)) return 'weak';
  if (form.next !== form.again) return 'notTwice';
  return form.pinShort ? 'pinShort' : null;
}
