import { type ReactNode, useState } from 'react';
import type { TeamMember } from '#contract/team.ts';
import { useDo } from '../api/api.tsx';
import type { AllRefusals } from '../api/client.ts';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import { Dialog } from '../ui/controls/dialog.tsx';
import { Notice } from '../ui/notice.tsx';
import { FirstPassword } from './first-password.tsx';
import { HandOver } from './hand-over.tsx';
import { isAccepted } from './password-rule.ts';

export function ResetDialog(props: { readonly member: TeamMember; readonly onClose: () => void }): ReactNode {
  const { t, refusal } = useWords();
  const { act, pending } = useDo('resetOperator');
  const [password, setPassword] = useState('');
  const [refused, setRefused] = useState<AllRefusals | null>(null);
  const [done, setDone] = useState(false);
  const { member, onClose } = props;
  const save = async (): Promise<void> => {
    const answer = await act({ operator: member.code, password });
    setRefused(answer.ok ? null : answer.refusal);
    setDone(answer.ok);
  };
  if (done) return <HandOver isNew={false} name={member.name} password={password} onClose={onClose} />;
  return (
    <Dialog
      title={t('team.reset.of', { name: member.name })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose} shortcut="Escape">
            {t('ui.back')}
          </Button>
          <Button
            kind="primary"
            why={isAccepted(password) ? null : t('team.noPassword')}
            disabled={pending}
            onPress={() => void save()}
          >
            {t('team.reset.save')}
          </Button>
        </>
      }
    >
      <p>{member.hasPin ? t('team.reset.textPin') : t('team.reset.text')}</p>
      <FirstPassword focused value={password} onChange={setPassword} />
      {refused && <Notice tone="refuse" sentence={refusal(refused)} live />}
    </Dialog>
  );
}
