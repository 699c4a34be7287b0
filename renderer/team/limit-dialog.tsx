import { type ReactNode, useState } from 'react';
import type { TeamMember } from '#contract/team.ts';
import type { DeskRole } from '#domain/roles.ts';
import { parseDay } from '#domain/time.ts';
import { useDo } from '../api/api.tsx';
import type { AllRefusals } from '../api/client.ts';
import { useWords } from '../messages/use-words.ts';
import { useAnnouncer } from '../ui/announcer.tsx';
import { Button } from '../ui/controls/button.tsx';
import { Dialog } from '../ui/controls/dialog.tsx';
import { Notice } from '../ui/notice.tsx';
import { typedDay } from '../ui/controls/typed-day.ts';
import { type LastDay, LastDayField, lastDayIn } from './last-day-field.tsx';
import { RoleChoice } from './role-choice.tsx';
import { useToday } from './use-today.ts';

export function LimitDialog(props: { readonly member: TeamMember; readonly onClose: () => void }): ReactNode {
  const { t, refusal } = useWords();
  const { announce } = useAnnouncer();
  const today = useToday();
  const { act, pending } = useDo('limitOperator');
  const { member, onClose } = props;
  const until = member.activeUntil === null ? null : parseDay(member.activeUntil);
  const [role, setRole] = useState<DeskRole>(member.role ?? 'trainee');
  const [lastDay, setLastDay] = useState<LastDay>(until && typedDay(until));
  const [refused, setRefused] = useState<AllRefusals | null>(null);
  const activeUntil = lastDayIn(lastDay, today);
  const same = role === member.role && activeUntil === until;
  const why = activeUntil === 'bad' ? t('team.badDateShort') : same ? t('team.limit.same') : null;
  const save = async (): Promise<void> => {
    if (activeUntil === 'bad') return;
    const answer = await act({ operator: member.code, role, activeUntil });
    if (!answer.ok) return setRefused(answer.refusal);
    announce('good', {
      text: t('team.limit.done', { name: member.name }),
      next: t('team.limit.doneNext'),
    });
    return onClose();
  };
  return (
    <Dialog
      wide
      title={t('team.limit.of', { name: member.name })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose} shortcut="Escape">
            {t('ui.back')}
          </Button>
          <Button kind="primary" why={why} disabled={pending} onPress={() => void save()}>
            {t('team.limit.save')}
          </Button>
        </>
      }
    >
      <RoleChoice value={role} onPick={setRole} />
      <LastDayField value={lastDay} onChange={setLastDay} />
      {refused && <Notice tone="refuse" sentence={refusal(refused)} live />}
    </Dialog>
  );
}
