import { type ReactNode, useState } from 'react';
import type { TeamMember } from '#contract/team.ts';
import { useDo } from '../api/api.tsx';
import type { AllRefusals } from '../api/client.ts';
import { useWords } from '../messages/use-words.ts';
import { useAnnouncer } from '../ui/announcer.tsx';
import { Button } from '../ui/controls/button.tsx';
import { Dialog } from '../ui/controls/dialog.tsx';
import { Notice } from '../ui/notice.tsx';

export function StopDialog(props: { readonly member: TeamMember; readonly onClose: () => void }): ReactNode {
  const { t, refusal } = useWords();
  const { announce } = useAnnouncer();
  const { act, pending } = useDo('stopOperator');
  const [refused, setRefused] = useState<AllRefusals | null>(null);
  const { member, onClose } = props;
  const { name } = member;
  const way = member.status === 'stopped' ? 'in' : 'out';
  const save = async (): Promise<void> => {
    const answer = await act({ operator: member.code, stopped: way === 'out' });
    if (!answer.ok) return setRefused(answer.refusal);
    announce('good', { text: t(`team.stop.${way}.done`, { name }), next: t(`team.stop.${way}.doneNext`) });
    return onClose();
  };
  return (
    <Dialog
      title={t(`team.stop.${way}.title`, { name })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose} shortcut="Escape">
            {t('ui.back')}
          </Button>
          <Button kind="primary" disabled={pending} onPress={() => void save()}>
            {t(`team.stop.${way}.save`)}
          </Button>
        </>
      }
    >
      <p>{t(`team.stop.${way}.text`)}</p>
      {refused && <Notice tone="refuse" sentence={refusal(refused)} live />}
    </Dialog>
  );
}
