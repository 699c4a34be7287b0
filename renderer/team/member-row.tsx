import { Ban, CalendarX2, KeyRound } from 'lucide-react';
import type { ReactNode } from 'react';
import type { TeamMember } from '#contract/team.ts';
import type { OperatorCode } from '#domain/ids.ts';
import { parseDay } from '#domain/time.ts';
import { useWords } from '../messages/use-words.ts';
import { ListRow } from '../ui/list-row.tsx';
import { Pill } from '../ui/pill.tsx';
import { standingOf } from './members.ts';
import styles from './team.module.css';
import { useToday } from './use-today.ts';

export function MemberRow(props: {
  readonly member: TeamMember;
  readonly chosen: boolean;
  readonly onChoose: (code: OperatorCode) => void;
}): ReactNode {
  const { member } = props;
  return (
    <ListRow className={styles['member']} chosen={props.chosen} onPress={() => props.onChoose(member.code)}>
      <span className={styles['initial']} aria-hidden="true">
        {member.name.slice(0, 1).toUpperCase()}
      </span>
      <span className={styles['who']}>
        <strong>{member.name}</strong>
        <RoleWords member={member} />
      </span>
      <StandingPill member={member} />
    </ListRow>
  );
}

export function RoleWords({ member }: { readonly member: TeamMember }): ReactNode {
  const { t } = useWords();
  const words = [
    ...(member.role ? [t(`frame.operator.roles.${member.role}`)] : []),
    ...(member.admin ? [t('frame.operator.roles.admin')] : []),
  ];
  return <span>{words.join(', ')}</span>;
}

/** Nothing for somebody who simply works here: only what is out of the ordinary is said. */
export function StandingPill({ member }: { readonly member: TeamMember }): ReactNode {
  const { t, say } = useWords();
  const standing = standingOf(member, useToday());
  const until = member.activeUntil === null ? null : parseDay(member.activeUntil);
  if (standing === 'stopped')
    return (
      <Pill tone="refuse" icon={Ban}>
        {t('team.stopped')}
      </Pill>
    );
  if (standing === 'ended' && until)
    return (
      <Pill tone="off" icon={CalendarX2}>
        {t('team.ended', { day: say.shortDay(until) })}
      </Pill>
    );
  if (member.mustChangePassword)
    return (
      <Pill tone="warn" icon={KeyRound}>
        {t('team.firstPassword')}
      </Pill>
    );
  return until && <Pill tone="off">{t('team.until', { day: say.shortDay(until) })}</Pill>;
}
