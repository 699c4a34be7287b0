import { UserPlus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { TeamMember } from '#contract/team.ts';
import type { OperatorCode } from '#domain/ids.ts';
import { useAsk } from '../api/api.tsx';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { useBroughtIn } from '../ui/use-brought-in.ts';
import { CreateDialog } from './create-dialog.tsx';
import { MemberCard } from './member-card.tsx';
import { MemberRow } from './member-row.tsx';
import { inOrder } from './members.ts';
import styles from './team.module.css';
import { useToday } from './use-today.ts';

export function TeamScreen(): ReactNode {
  const { t, refusal } = useWords();
  const today = useToday();
  const asked = useAsk('team', {});
  const [chosen, setChosen] = useState<OperatorCode | null>(null);
  const [adding, setAdding] = useState(false);
  const team: readonly TeamMember[] = inOrder(asked.data ?? [], today);
  const member = team.find((one) => one.code === chosen) ?? team[0];
  const detail = useBroughtIn(chosen);
  return (
    <div className={styles['columns']}>
      <Panel
        flush
        label={t('team.title')}
        head={<h1 className={styles['title']}>{t('team.title')}</h1>}
        foot={
          <Button
            big
            wide
            kind="primary"
            icon={<UserPlus size={20} aria-hidden="true" />}
            onPress={() => setAdding(true)}
          >
            {t('team.add')}
          </Button>
        }
      >
        {asked.error?.refusal && <Notice tone="refuse" sentence={refusal(asked.error.refusal)} />}
        <ul className={styles['list']}>
          {team.map((one) => (
            <li key={one.code}>
              <MemberRow member={one} chosen={one.code === member?.code} onChoose={setChosen} />
            </li>
          ))}
        </ul>
      </Panel>
      <div className={styles['detail']} ref={detail}>
        {member && <MemberCard key={member.code} member={member} />}
      </div>
      {adding && (
        <CreateDialog onCreated={(created) => setChosen(created.code)} onClose={() => setAdding(false)} />
      )}
    </div>
  );
}
