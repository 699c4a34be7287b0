import { type ReactNode, useState } from 'react';
import type { HeldBasket } from '#contract/basket.ts';
import type { ClosingState } from '#contract/closing.ts';
import type { SessionView } from '#contract/session.ts';
import { useDo } from '../api/api.tsx';
import type { AllRefusals } from '../api/client.ts';
import { useNavigation } from '../app/navigation.tsx';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import { Dialog } from '../ui/controls/dialog.tsx';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import styles from './closing.module.css';

const reasons = ['left', 'mistake', 'later', 'other'] as const;

/** Sales set aside are taken up again, kept for another day, or given up with a reason. */
export function HeldStep(props: {
  readonly state: ClosingState;
  readonly session: SessionView;
  readonly onNext: () => void;
  readonly onBack: (() => void) | null;
}): ReactNode {
  const { t, say, refusal } = useWords();
  const { home } = useNavigation();
  const { state, session, onNext, onBack } = props;
  const recall = useDo('recallBasket');
  const abandon = useDo('abandonBasket');
  const [leaving, setLeaving] = useState<HeldBasket | null>(null);
  const [refused, setRefused] = useState<AllRefusals | null>(null);
  const take = async (basket: HeldBasket): Promise<void> => {
    const answer = await recall.act({ saleId: basket.saleId });
    if (answer.ok) home();
    else setRefused(answer.refusal);
  };
  const giveUp = async (basket: HeldBasket, reason: (typeof reasons)[number]): Promise<void> => {
    const answer = await abandon.act({ saleId: basket.saleId, reason });
    setLeaving(null);
    setRefused(answer.ok ? null : answer.refusal);
  };
  return (
    <Panel
      label={t('closing.steps.held')}
      flush
      foot={
        <div className={styles['buttons']}>
          {onBack && (
            <Button big shortcut="Escape" onPress={onBack}>
              {t('ui.back')}
            </Button>
          )}
          <Button big wide kind="primary" onPress={onNext}>
            {t('closing.held.keep')}
          </Button>
        </div>
      }
    >
      <div className={styles['lead']}>
        <h2>{t('closing.held.title')}</h2>
        <p>{t('closing.held.text')}</p>
        {refused && <Notice tone="refuse" sentence={refusal(refused)} live />}
        {state.basketInProgress && (
          <Notice
            tone="warn"
            sentence={{ text: t('closing.held.inProgress'), next: t('closing.held.inProgressNext') }}
            action={!session.stale && <Button onPress={home}>{t('closing.held.goBack')}</Button>}
          />
        )}
      </div>
      <ul className={styles['rows']}>
        {state.held.map((basket) => (
          <li key={basket.saleId} className={styles['row']}>
            <div className={styles['grow']}>
              <strong className={styles['label']}>{basket.who}</strong>
              <p className={styles['soft']}>
                {t('closing.held.lines', { count: basket.lineCount })} ·{' '}
                {t('closing.held.since', { time: say.moment(basket.heldAt) })}
              </p>
            </div>
            <strong className={styles['price']}>{say.money(basket.totalCents)}</strong>
            <Button kind="refuse" onPress={() => setLeaving(basket)}>
              {t('closing.held.abandon')}
            </Button>
            {!session.stale && <Button onPress={() => void take(basket)}>{t('closing.held.recall')}</Button>}
          </li>
        ))}
      </ul>
      {leaving && (
        <Dialog title={t('closing.held.abandonTitle', { who: leaving.who })} onClose={() => setLeaving(null)}>
          {reasons.map((reason) => (
            <Button key={reason} wide onPress={() => void giveUp(leaving, reason)}>
              {t(`closing.held.reasons.${reason}`)}
            </Button>
          ))}
        </Dialog>
      )}
    </Panel>
  );
}
