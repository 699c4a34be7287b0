import { CircleCheck, CircleHelp, Clock, type LucideIcon, Send, Trash2, TriangleAlert } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { PrintJobView } from '#contract/printing.ts';
import { useAsk } from '../api/api.tsx';
import { useWords } from '../messages/use-words.ts';
import { ListRow } from '../ui/list-row.tsx';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { Pill, type PillTone } from '../ui/pill.tsx';
import { TicketPreview } from '../ui/ticket-preview.tsx';
import { faultNamed } from './fault-words.ts';
import { jobsInOrder } from './job-order.ts';
import { SettleJob } from './settle-job.tsx';
import styles from '../peripherals/peripherals.module.css';

/** What was printed, what waits and what nobody can tell without looking at the paper. */
export function QueuePart(): ReactNode {
  const { t, refusal } = useWords();
  const asked = useAsk('printJobs', {}, { pollMs: 5_000 });
  const [chosen, setChosen] = useState<string | null>(null);
  const jobs = jobsInOrder(asked.data ?? []);
  const job = jobs.find((one) => one.id === chosen) ?? jobs[0];
  return (
    <div className={styles['queue']}>
      <Panel
        flush
        label={t('peripherals.parts.queue')}
        head={<h2 className={styles['title']}>{t('peripherals.parts.queue')}</h2>}
      >
        {asked.error?.refusal && <Notice tone="refuse" sentence={refusal(asked.error.refusal)} />}
        {jobs.length === 0 && (
          <div className={styles['empty']}>
            <Notice tone="info">{t('peripherals.queue.none')}</Notice>
          </div>
        )}
        <ul className={styles['list']}>
          {jobs.map((one) => (
            <li key={one.id}>
              <JobRow job={one} chosen={one.id === job?.id} onChoose={setChosen} />
            </li>
          ))}
        </ul>
      </Panel>
      <Panel label={t('peripherals.queue.preview')} foot={job && <SettleJob key={job.id} job={job} />}>
        {job ? (
          <TicketPreview document={job.document} />
        ) : (
          <p className={styles['soft']}>{t('peripherals.queue.previewNone')}</p>
        )}
      </Panel>
    </div>
  );
}

const looks: Readonly<Record<PrintJobView['state'], { readonly tone: PillTone; readonly icon: LucideIcon }>> =
  {
    queued: { tone: 'warn', icon: Clock },
    printing: { tone: 'warn', icon: Clock },
    printed: { tone: 'good', icon: CircleCheck },
    unconfirmed: { tone: 'off', icon: Send },
    failed: { tone: 'refuse', icon: TriangleAlert },
    ask: { tone: 'refuse', icon: CircleHelp },
    dropped: { tone: 'off', icon: Trash2 },
  };

function JobRow(props: {
  readonly job: PrintJobView;
  readonly chosen: boolean;
  readonly onChoose: (id: string) => void;
}): ReactNode {
  const { t, say } = useWords();
  const { job } = props;
  const look = looks[job.state];
  return (
    <ListRow className={styles['job']} chosen={props.chosen} onPress={() => props.onChoose(job.id)}>
      <strong>{job.title}</strong>
      <Pill tone={look.tone} icon={look.icon}>
        {t(`peripherals.queue.state.${job.state}`)}
      </Pill>
      <small>
        {say.moment(job.createdAt)}
        {job.printer && ` · ${job.printer}`}
        {job.fault && ` · ${t(`peripherals.printer.faults.${faultNamed(job.fault)}`)}`}
      </small>
    </ListRow>
  );
}
