import { type ReactNode, useState } from 'react';
import type { DefectView, IntegrityState } from '#contract/integrity.ts';
import { useAsk, useDo } from '../api/api.tsx';
import type { AllRefusals } from '../api/client.ts';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { Progress } from '../ui/progress.tsx';
import { DefectCard } from './defect-card.tsx';
import styles from './journal.module.css';
import { lookAgainMs } from './use-work.ts';

/** Whether the till's own record is still what it was, and what to do where it is not. */
export function CheckPart(): ReactNode {
  const { t, refusal } = useWords();
  const asked = useAsk('integrity', {});
  const check = useDo('checkJournal');
  const [refused, setRefused] = useState<AllRefusals | null>(null);
  const state = asked.data;
  const running = check.pending || (state?.checking ?? null) !== null;
  useAsk('integrity', {}, { enabled: running, pollMs: lookAgainMs });
  const begin = async (): Promise<void> => {
    const answer = await check.act({});
    setRefused(answer.ok ? null : answer.refusal);
  };
  return (
    <Panel
      readable
      label={t('journal.parts.check')}
      head={<h2 className={styles['title']}>{t('journal.parts.check')}</h2>}
      foot={
        <div className={styles['acts']}>
          <Button big wide kind="primary" disabled={running} onPress={() => void begin()}>
            {t('journal.check.now')}
          </Button>
        </div>
      }
    >
      <div className={styles['stack']}>
        <p>{t('journal.check.intro')}</p>
        {asked.error?.refusal && <Notice tone="refuse" sentence={refusal(asked.error.refusal)} />}
        {refused && <Notice tone="refuse" sentence={refusal(refused)} live />}
        {running && <Checking checking={state?.checking ?? null} />}
        {state && <Standing state={state} />}
        {state && <Defects defects={state.defects} />}
      </div>
    </Panel>
  );
}

function Checking({ checking }: { readonly checking: IntegrityState['checking'] }): ReactNode {
  const { t, say } = useWords();
  const words = checking
    ? t('journal.check.running', { done: say.number(checking.done), total: say.number(checking.total) })
    : t('journal.check.starting');
  return (
    <div className={styles['work']}>
      <p>
        <strong>{words}</strong> {t('journal.check.runningText')}
      </p>
      <Progress label={t('journal.check.starting')} done={checking?.done ?? 0} total={checking?.total ?? 0} />
    </div>
  );
}

function Standing({ state }: { readonly state: IntegrityState }): ReactNode {
  const { t, say } = useWords();
  const { lastCheck, defects } = state;
  const unread = defects.filter(({ readAt }) => readAt === null).length;
  if (unread > 0)
    return (
      <Notice
        live
        tone="refuse"
        sentence={{ text: t('journal.check.unread', { count: unread }), next: t('journal.check.unreadNext') }}
      />
    );
  if (!lastCheck)
    return (
      <Notice
        live
        tone="info"
        sentence={{ text: t('journal.check.notYet'), next: t('journal.check.notYetNext') }}
      />
    );
  const values = {
    count: lastCheck.records,
    records: say.number(lastCheck.records),
    moment: say.moment(lastCheck.at),
  };
  return (
    <Notice live tone="good">
      <p className={styles['large']}>
        {defects.length === 0 ? t('journal.check.fine', values) : t('journal.check.nothingNew', values)}
      </p>
    </Notice>
  );
}

function Defects({ defects }: { readonly defects: readonly DefectView[] }): ReactNode {
  const { t } = useWords();
  const past = defects.filter(({ readAt }) => readAt !== null);
  return (
    <>
      {defects
        .filter(({ readAt }) => readAt === null)
        .map((view) => (
          <DefectCard key={view.seq} view={view} />
        ))}
      {past.length > 0 && (
        <>
          <h3 className={styles['sub']}>{t('journal.check.past')}</h3>
          <p className={styles['soft']}>{t('journal.check.pastText')}</p>
          {past.map((view) => (
            <DefectCard key={view.seq} view={view} />
          ))}
        </>
      )}
    </>
  );
}
