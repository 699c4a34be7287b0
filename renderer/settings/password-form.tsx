import { type ReactNode, useState } from 'react';
import { useDo } from '../api/api.tsx';
import type { AllRefusals } from '../api/client.ts';
import { useWords } from '../messages/use-words.ts';
import { PasswordRule } from '../team/first-password.tsx';
import { isAccepted } from '../team/password-rule.ts';
import { Field } from '../ui/controls/field.tsx';

const empty = { current: '', next: '', again: '', pin: '' };
type Typed = typeof empty;
type WhyNot = 'noCurrent' | 'weak' | 'notTwice' | 'pinShort';

interface PasswordChange {
  readonly typed: Typed;
  readonly put: (field: keyof Typed, value: string) => void;
  /** What still stands in the way, for the button's own words. */
  readonly why: WhyNot | null;
  readonly pending: boolean;
  readonly done: boolean;
  readonly refused: AllRefusals | null;
  /** Answers whether the password is changed. */
  readonly save: () => Promise<boolean>;
}

/** One's own password, and the short code that unlocks an open till. */
export function usePasswordChange(): PasswordChange {
  const { act, pending } = useDo('changePassword');
  const [typed, setTyped] = useState(empty);
  const [done, setDone] = useState(false);
  const [refused, setRefused] = useState<AllRefusals | null>(null);
  const why = whyNot(typed);
  const put: PasswordChange['put'] = (field, value) => {
    setDone(false);
    setTyped({ ...typed, [field]: field === 'pin' ? value.replace(/\D/g, '') : value });
  };
  const save = async (): Promise<boolean> => {
    if (why !== null || pending) return false;
    const { current, next, pin } = typed;
    const answer = await act({ current, next, ...(pin === '' ? {} : { pin }) });
    setRefused(answer.ok ? null : answer.refusal);
    setDone(answer.ok);
    if (answer.ok) setTyped(empty);
    return answer.ok;
  };
  return { typed, put, why, pending, done, refused, save };
}

export function PasswordFields(props: {
  readonly change: PasswordChange;
  readonly currentLabel?: string;
}): ReactNode {
  const { t } = useWords();
  const { typed, put } = props.change;
  const differs = typed.again !== '' && !typed.next.startsWith(typed.again);
  return (
    <>
      <Field
        focused
        type="password"
        autoComplete="current-password"
        label={props.currentLabel ?? t('settings.password.current')}
        value={typed.current}
        onChange={(value) => put('current', value)}
      />
      <Field
        type="password"
        autoComplete="new-password"
        label={t('settings.password.next')}
        value={typed.next}
        onChange={(value) => put('next', value)}
      />
      <PasswordRule password={typed.next} />
      <Field
        type="password"
        autoComplete="new-password"
        label={t('settings.password.again')}
        error={differs ? t('settings.password.differs') : undefined}
        value={typed.again}
        onChange={(value) => put('again', value)}
      />
      <Field
        type="password"
        inputMode="numeric"
        maxLength={6}
        label={t('settings.password.pin')}
        hint={t('settings.password.pinHint')}
        value={typed.pin}
        onChange={(value) => put('pin', value)}
      />
    </>
  );
}

function whyNot(typed: Typed): WhyNot | null {
  if (typed.current === '') return 'noCurrent';
  if (!isAccepted(typed.next)) return 'weak';
  if (typed.next !== typed.again) return 'notTwice';
  return typed.pin === '' || /^\d{4,6}$/.test(typed.pin) ? null : 'pinShort';
}
