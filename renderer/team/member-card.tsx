import { Ban, CalendarDays, KeyRound, LogIn } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { TeamMember } from '#contract/team.ts';
import { parseDay } from '#domain/time.ts';
import { useDesk } from '../app/desk.tsx';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import { Panel } from '../ui/panel.tsx';
import { LimitDialog } from './limit-dialog.tsx';
import { RoleWords, StandingPill } from './member-row.tsx';
import { standingOf } from './members.ts';
import { ResetDialog } from './reset-dialog.tsx';
import { StopDialog } from './stop-dialog.tsx';
import styles from './team.module.css';
import { useToday } from './use-today.ts';

type Act = 'reset' | 'limit' | 'stop';

export function MemberCard({ member }: { readonly member: TeamMember }): ReactNode {
  const { t } = useWords();
  const { operator } = useDesk();
  const standing = standingOf(member, useToday());
  const [act, setAct] = useState<Act | null>(null);
  const close = (): void => setAct(null);
  const yourself = member.code === operator?.code;
  return (
    <Panel label={member.name}>
      <div className={styles['card']}>
        <h2>{member.name}</h2>
        <Facts member={member} />
        <div className={styles['acts']}>
          <Button
            wide
            icon={<KeyRound size={20} aria-hidden="true" />}
            why={yourself ? t('team.ownPassword') : null}
            onPress={() => setAct('reset')}
          >
            {t('team.reset.title')}
          </Button>
          <Button
            wide
            icon={<CalendarDays size={20} aria-hidden="true" />}
            why={member.role ? null : t('team.adminOnly')}
            onPress={() => setAct('limit')}
          >
            {t('team.limit.title')}
          </Button>
          {standing === 'stopped' ? (
            <Button wide icon={<LogIn size={20} aria-hidden="true" />} onPress={() => setAct('stop')}>
              {t('team.stop.letIn')}
            </Button>
          ) : (
            <Button
              wide
              kind="refuse"
              icon={<Ban size={20} aria-hidden="true" />}
              why={yourself ? t('team.notYourself') : null}
              onPress={() => setAct('stop')}
            >
              {t('team.stop.stop')}
            </Button>
          )}
        </div>
      </div>
      {act === 'reset' && <ResetDialog member={member} onClose={close} />}
      {act === 'limit' && <LimitDialog member={member} onClose={close} />}
      {act === 'stop' && <StopDialog member={member} onClose={close} />}
    </Panel>
  );
}

function Facts({ member }: { readonly member: TeamMember }): ReactNode {
  const { t, say } = useWords();
  const until = member.activeUntil === null ? null : parseDay(member.activeUntil);
  return (
    <>
      <div>
        <StandingPill member={member} />
      </div>
      <dl className={styles['facts']}>
        <dt>{t('team.role')}</dt>
        <dd>
          <RoleWords member={member} />
        </dd>
        <dt>{t('team.may')}</dt>
        <dd>{t(`team.roles.${member.role ?? 'admin'}.may`)}</dd>
        <dt>{t('team.lastDay')}</dt>
        <dd>{until ? say.day(until) : t('team.noLastDay')}</dd>
        <dt>{t('team.pin')}</dt>
        <dd>{member.hasPin ? t('ui.yes') : t('ui.no')}</dd>
      </dl>
    </>
  );
}
