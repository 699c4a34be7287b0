import { ArrowLeft } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { BasketView } from '#contract/basket.ts';
import { type Cents, sumCents } from '#domain/money.ts';
import { useDo } from '../api/api.tsx';
import { useWords } from '../messages/use-words.ts';
import { useAnnouncer } from '../ui/announcer.tsx';
import { Button } from '../ui/controls/button.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from './basket-foot.module.css';

/** Gives the payment up; cash that was already taken is given back first. */
export function BackToBasket(props: { readonly basket: BasketView; readonly onBack: () => void }): ReactNode {
  const { t, say } = useWords();
  const { announceRefusal } = useAnnouncer();
  const cancel = useDo('cancelPayment');
  // The amount that was asked about: with another one the question is a new one.
  const [askedAbout, setAskedAbout] = useState<Cents | null>(null);
  const { payment, saleId } = props.basket;
  const cash = sumCents((payment?.tenders ?? []).filter(isCash).map((tender) => tender.cents));
  const back = async (): Promise<void> => {
    const answer = await cancel.act({ saleId });
    if (answer.ok) props.onBack();
    else announceRefusal(answer.refusal);
  };
  if (cash > 0 && askedAbout === cash)
    return (
      <div className={styles['giveBack']}>
        <Notice
          live
          tone="warn"
          sentence={{
            text: t('basket.basket.giveBack', { amount: say.money(cash) }),
            next: t('basket.basket.giveBackNext'),
          }}
        />
        <div className={styles['answers']}>
          <Button big shortcut="Escape" onPress={() => setAskedAbout(null)}>
            {t('basket.basket.goOnPaying')}
          </Button>
          <Button big disabled={cancel.pending} onPress={() => void back()}>
            {t('basket.basket.gaveBack')}
          </Button>
        </div>
      </div>
    );
  return (
    <Button
      big
      wide
      shortcut="Escape"
      icon={<ArrowLeft size={20} aria-hidden="true" />}
      disabled={cancel.pending || payment?.cardPending != null}
      onPress={() => (cash > 0 ? setAskedAbout(cash) : void back())}
    >
      {t('basket.basket.back')}
    </Button>
  );
}

const isCash = (tender: { readonly kind: string }): boolean => tender.kind === 'cash';
