import { CircleCheck, Clock, type LucideIcon, TriangleAlert, Usb } from 'lucide-react';
import { type ReactNode, useContext } from 'react';
import type { BatchView } from '#contract/exchange.ts';
import { useDesk } from '../app/desk.tsx';
import { TimeZoneContext } from '../messages/time-zone.ts';
import { useWords } from '../messages/use-words.ts';
import { ListRow } from '../ui/list-row.tsx';
import { Pill, type PillTone } from '../ui/pill.tsx';
import { faultIn, waitedDays } from './batch-words.ts';
import styles from './exchange.module.css';

export function BatchRow(props: {
  readonly batch: BatchView;
  readonly chosen: boolean;
  readonly onChoose: (batchNo: number) => void;
}): ReactNode {
  const { t, say } = useWords();
  const { batch } = props;
  return (
    <ListRow className={styles['day']} chosen={props.chosen} onPress={() => props.onChoose(batch.batchNo)}>
      <strong>{t('exchange.day', { day: say.day(batch.businessDay) })}</strong>
      <StatePill state={batch.state} />
      <small>
        <StateWords batch={batch} />
      </small>
    </ListRow>
  );
}

const looks: Readonly<Record<BatchView['state'], { readonly tone: PillTone; readonly icon: LucideIcon }>> = {
  waiting: { tone: 'warn', icon: Clock },
  'handed-over': { tone: 'warn', icon: Usb },
  accepted: { tone: 'good', icon: CircleCheck },
  conflict: { tone: 'refuse', icon: TriangleAlert },
  gap: { tone: 'refuse', icon: TriangleAlert },
  'unknown-schema': { tone: 'refuse', icon: TriangleAlert },
  quarantined: { tone: 'refuse', icon: TriangleAlert },
};

export function StatePill({ state }: { readonly state: BatchView['state'] }): ReactNode {
  const { t } = useWords();
  const look = looks[state];
  return (
    <Pill tone={look.tone} icon={look.icon}>
      {t(`exchange.state.${state}`)}
    </Pill>
  );
}

/** How long, how often tried, what was in the way: "en attente depuis 3 jours, 4 essais, réseau absent". */
function StateWords({ batch }: { readonly batch: BatchView }): ReactNode {
  const { t, say } = useWords();
  const zone = useContext(TimeZoneContext);
  const days = waitedDays(batch, useDesk().now, zone);
  if (batch.state === 'accepted')
    return batch.answeredAt ? t('exchange.acceptedAt', { moment: say.moment(batch.answeredAt) }) : null;
  const fault = faultIn(batch.lastError);
  const since = days === 0 ? t('exchange.sinceToday') : t('exchange.since', { count: days });
  const handed = batch.handedOverOn && t('exchange.handed', { day: say.shortDay(batch.handedOverOn) });
  const parts = [
    ...(handed ? [handed] : []),
    since,
    ...(batch.tries > 0 ? [t('exchange.tries', { count: batch.tries })] : []),
    ...(fault ? [t(`exchange.fault.${fault}`)] : []),
  ];
  return parts.join(', ');
}
