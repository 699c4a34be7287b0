import { type ReactNode, useState } from 'react';
import type { HeldBasket } from '#contract/basket.ts';
import { useAsk, useDo } from '../api/api.tsx';
import type { AllRefusals } from '../api/client.ts';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import { Dialog } from '../ui/controls/dialog.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from './held-dialog.module.css';

const reasons = ['left', 'mistake', 'later', 'other'] as const;

/** Sales set aside: taken up again, or given up with a reason. */
export function HeldDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t, say, refusal } = useWords();
  const { data: held } = useAsk('heldBaskets', {});
  const recall = useDo('recallBasket');
  const abandon = useDo('abandonBasket');
  const [leaving, setLeaving] = useState<HeldBasket | null>(null);
  const [refused, setRefused] = useState<AllRefusals | null>(null);
  const take = async (basket: HeldBasket): Promise<void> => {
    const answer = await recall.act({ saleId: basket.saleId });
    if (answer.ok) onClose();
    else setRefused(answer.refusal);
  };
  const giveUp = async (basket: HeldBasket, reason: (typeof reasons)[number]): Promise<void> => {
    const answer = await abandon.act({ saleId: basket.saleId, reason });
    setLeaving(null);
    setRefused(answer.ok ? null : answer.refusal);
  };
  if (leaving)
    return (
      <Dialog title={t('basket.held.abandonTitle', { who: leaving.who })} onClose={() => setLeaving(null)}>
        <div className={styles['reasons']}>
          {reasons.map((reason) => (
            <Button key={reason} wide onPress={() => void giveUp(leaving, reason)}>
              {t(`basket.held.reasons.${reason}`)}
            </Button>
          ))}
        </div>
      </Dialog>
    );
  return (
    <Dialog wide title={t('basket.held.title')} onClose={onClose}>
      {held?.length === 0 && <p>{t('basket.held.none')}</p>}
      {refused && <Notice tone="refuse" sentence={refusal(refused)} live />}
      <ul className={styles['list']}>
        {held?.map((basket, index) => (
          <li key={basket.saleId} className={styles['row']}>
            <div className={styles['who']}>
              <strong>{basket.who}</strong>
              <span>
                {t('basket.held.lines', { count: basket.lineCount })} ·{' '}
                {t('basket.held.since', { time: say.clock(basket.heldAt) })}
              </span>
            </div>
            <strong className={styles['total']}>{say.money(basket.totalCents)}</strong>
            <Button kind="refuse" onPress={() => setLeaving(basket)}>
              {t('basket.held.abandon')}
            </Button>
            <Button kind={index === 0 ? 'primary' : 'plain'} onPress={() => void take(basket)}>
              {t('basket.held.recall')}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
