import { type ReactNode, useState } from 'react';
import type { TeamMember } from '#contract/team.ts';
import type { DeskRole } from '#domain/roles.ts';
import { useDo } from '../api/api.tsx';
import type { AllRefusals } from '../api/client.ts';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import { Dialog } from '../ui/controls/dialog.tsx';
import { Field } from '../ui/controls/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { FirstPassword } from './first-password.tsx';
import { HandOver } from './hand-over.tsx';
import { type LastDay, LastDayField, lastDayIn } from './last-day-field.tsx';
import { isAccepted } from './password-rule.ts';
import { RoleChoice } from './role-choice.tsx';
import { useToday } from './use-today.ts';

/** Somebody new: a name, a role, a first password; then what to tell them. */
export function CreateDialog(props: {
  readonly onCreated: (member: TeamMember) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { t, refusal } = useWords();
  const today = useToday();
  const { act, pending } = useDo('createOperator');
  const [name, setName] = useState('');
  const [role, setRole] = useState<DeskRole>('trainee');
  const [password, setPassword] = useState('');
  const [lastDay, setLastDay] = useState<LastDay>(null);
  const [refused, setRefused] = useState<AllRefusals | null>(null);
  const [done, setDone] = useState(false);
  const activeUntil = lastDayIn(lastDay, today);
  const create = async (): Promise<void> => {
    if (activeUntil === 'bad') return;
    const answer = await act({ name: name.trim(), role, password, activeUntil });
    setRefused(answer.ok ? null : answer.refusal);
    if (!answer.ok) return;
    props.onCreated(answer.value);
    setDone(true);
  };
  if (done) return <HandOver isNew name={name.trim()} password={password} onClose={props.onClose} />;
  const why =
    name.trim() === ''
      ? t('team.create.noName')
      : !isAccepted(password)
        ? t('team.noPassword')
        : activeUntil === 'bad'
          ? t('team.badDateShort')
          : null;
  return (
    <Dialog
      wide
      title={t('team.add')}
      onClose={props.onClose}
      actions={
        <>
          <Button onPress={props.onClose} shortcut="Escape">
            {t('ui.back')}
          </Button>
          <Button kind="primary" why={why} disabled={pending} onPress={() => void create()}>
            {t('team.create.save')}
          </Button>
        </>
      }
    >
      {refused && <Notice tone="refuse" sentence={refusal(refused)} live />}
      <Field
        focused
        label={t('team.create.name')}
        hint={t('team.create.nameHint')}
        maxLength={60}
        value={name}
        onChange={setName}
      />
      <RoleChoice value={role} onPick={setRole} />
      <FirstPassword value={password} onChange={setPassword} />
      <LastDayField value={lastDay} onChange={setLastDay} />
    </Dialog>
  );
}
