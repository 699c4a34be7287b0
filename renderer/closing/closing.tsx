import { type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import type { ClosedDay, ClosingCheck } from '#contract/closing.ts';
import type { SessionView } from '#contract/desk.ts';
import { useAsk, useDo } from '../api/api.tsx';
import type { AllRefusals } from '../api/client.ts';
import { useNavigation } from '../app/navigation.tsx';
import { useWords } from '../messages/use-words.ts';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { Steps } from '../ui/steps.tsx';
import { AsideStep } from './aside-step.tsx';
import { CloseStep } from './close-step.tsx';
import styles from './closing.module.css';
import { type TypedCount, countedFrom } from './count-entry.ts';
import { CountStep } from './count-step.tsx';
import { type ClosingDraft, closingSteps, useClosingDraft } from './draft.ts';
import { ExplainStep } from './explain-step.tsx';
import { HeldStep } from './held-step.tsx';

/** The five steps of closing a till. The totals expected are asked for only once a count was given. */
export function Closing(props: {
  readonly session: SessionView;
  readonly onClosed: (day: ClosedDay) => void;
}): ReactNode {
  const { session, onClosed } = props;
  const { home } = useNavigation();
  const { data: state } = useAsk('closingState', {});
  const check = useDo('checkCount');
  const [draft, change] = useClosingDraft(session.id);
  const [checked, setChecked] = useState<ClosingCheck | null>(null);
  const [refused, setRefused] = useState<AllRefusals | null>(null);
  const noneHeld = state !== undefined && state.held.length === 0 && !state.basketInProgress;
  const step = draft.step === 'held' && noneHeld ? 'count' : draft.step;
  const asked = {
    card: (state?.hasCardSales ?? false) || draft.cardAnyway,
    credits: (state?.creditCount ?? 0) > 0,
  };
  const counted = countedFrom(draft, asked);
  const verify = async (typed: TypedCount): Promise<void> => {
    const answer = await check.act(countedFrom(typed, asked));
    setRefused(answer.ok ? null : answer.refusal);
    if (answer.ok) setChecked(answer.value);
    else change({ step: 'count' });
  };
  const past = step === 'explain' || step === 'aside' || step === 'close';
  const mustVerify = past && state !== undefined && !checked && !refused;
  // Coming back from a correction: what was counted is compared once more with what is now expected.
  const resume = useEffectEvent(() => void verify(draft));
  useEffect(() => {
    if (mustVerify) resume();
  }, [mustVerify]);
  if (!state || (past && !checked)) return null;
  const to = (next: ClosingDraft['step']) => (): void => change({ step: next });
  const common = { draft, change, session };
  return (
    <div className={styles['columns']}>
      <StepsPanel step={step} session={session} refused={refused} />
      {step === 'held' && (
        <HeldStep
          state={state}
          session={session}
          onNext={to('count')}
          onBack={session.stale ? null : home}
        />
      )}
      {step === 'count' && (
        <CountStep
          {...common}
          asked={asked}
          busy={check.pending}
          onVerify={(typed) => {
            change({ ...typed, step: 'explain' });
            setChecked(null);
            setRefused(null);
          }}
          onBack={noneHeld ? (session.stale ? null : home) : to('held')}
        />
      )}
      {checked && step === 'explain' && (
        <ExplainStep {...common} check={checked} onNext={to('aside')} onBack={to('count')} />
      )}
      {checked && step === 'aside' && (
        <AsideStep {...common} counted={counted.cash} onNext={to('close')} onBack={to('explain')} />
      )}
      {checked && step === 'close' && (
        <CloseStep {...common} counted={counted} check={checked} onClosed={onClosed} onBack={to('aside')} />
      )}
    </div>
  );
}

function StepsPanel(props: {
  readonly step: ClosingDraft['step'];
  readonly session: SessionView;
  readonly refused: AllRefusals | null;
}): ReactNode {
  const { t, say, refusal } = useWords();
  const { step, session, refused } = props;
  return (
    <Panel
      label={t('closing.title')}
      tone="plain"
      foot={<p className={styles['soft']}>{t(`closing.how.${step}`)}</p>}
    >
      <h1 className={styles['title']}>{t('closing.title')}</h1>
      {session.stale && (
        <div className={styles['gap']}>
          <Notice
            tone="warn"
            sentence={{
              text: t('closing.staleTitle', { day: say.day(session.businessDay) }),
              next: t('closing.staleText'),
            }}
          />
        </div>
      )}
      <Steps
        steps={closingSteps.map((id) => ({ id, label: t(`closing.steps.${id}`) }))}
        current={step}
      />
      {refused && (
        <div className={styles['gapAbove']}>
          <Notice tone="refuse" sentence={refusal(refused)} live />
        </div>
      )}
    </Panel>
  );
}
