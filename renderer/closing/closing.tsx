import type { ReactNode } from 'react';
import type { ClosedDay, ClosingState } from '#contract/closing.ts';
import type { SessionView } from '#contract/session.ts';
import { useAsk } from '../api/api.tsx';
import type { AllRefusals } from '../api/client.ts';
import { useNavigation } from '../app/navigation.tsx';
import { useWords } from '../messages/use-words.ts';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { Steps } from '../ui/steps.tsx';
import { AsideStep } from './aside-step.tsx';
import { CloseStep } from './close-step.tsx';
import styles from './closing.module.css';
import { countedFrom } from './count-entry.ts';
import { CountStep } from './count-step.tsx';
import { type ClosingStep, closingSteps, useClosingDraft } from './draft.ts';
import { ExplainStep } from './explain-step.tsx';
import { HeldStep } from './held-step.tsx';
import { useCheck } from './use-check.ts';

interface Props {
  readonly session: SessionView;
  readonly onClosed: (day: ClosedDay) => void;
}

/** The five steps of closing a till. */
export function Closing(props: Props): ReactNode {
  const { data: state } = useAsk('closingState', {});
  return state ? <ClosingOf {...props} state={state} /> : null;
}

function ClosingOf(props: Props & { readonly state: ClosingState }): ReactNode {
  const { session, state, onClosed } = props;
  const { home } = useNavigation();
  const [draft, change] = useClosingDraft(session.id);
  const { asked, checked, refused, busy, verify } = useCheck(state, draft, change);
  const noneHeld = state.held.length === 0 && !state.basketInProgress;
  const step = draft.step === 'held' && noneHeld ? 'count' : draft.step;
  const counted = countedFrom(draft, asked);
  const to = (next: ClosingStep) => (): void => change({ step: next });
  const leave = session.stale ? null : home;
  const common = { draft, change, session };
  const shown = (): ReactNode => {
    switch (step) {
      case 'held':
        return <HeldStep state={state} session={session} onNext={to('count')} onBack={leave} />;
      case 'count':
        return (
          <CountStep
            {...common}
            asked={asked}
            busy={busy}
            onVerify={(typed) => void verify(typed)}
            onBack={noneHeld ? leave : to('held')}
          />
        );
      case 'explain':
        return (
          checked && <ExplainStep {...common} check={checked} onNext={to('aside')} onBack={to('count')} />
        );
      case 'aside':
        return (
          checked && (
            <AsideStep {...common} counted={counted.cash} onNext={to('close')} onBack={to('explain')} />
          )
        );
      case 'close':
        return (
          checked && (
            <CloseStep
              {...common}
              counted={counted}
              check={checked}
              onClosed={onClosed}
              onBack={to('aside')}
            />
          )
        );
    }
  };
  return (
    <div className={styles['columns']} data-step={step}>
      <StepsPanel step={step} session={session} refused={refused} />
      {shown()}
    </div>
  );
}

function StepsPanel(props: {
  readonly step: ClosingStep;
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
              text: `${t('closing.staleTitle', { day: say.day(session.businessDay) })}.`,
              next: t('closing.staleText'),
            }}
          />
        </div>
      )}
      <Steps steps={closingSteps.map((id) => ({ id, label: t(`closing.steps.${id}`) }))} current={step} />
      {refused && (
        <div className={styles['gapAbove']}>
          <Notice tone="refuse" sentence={refusal(refused)} live />
        </div>
      )}
    </Panel>
  );
}
