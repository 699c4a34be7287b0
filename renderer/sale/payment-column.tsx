import { type ReactNode, useState } from 'react';
import type { BasketView } from '#contract/basket.ts';
import type { FinishedSale } from '#contract/sale.ts';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { useAnnouncer } from '../ui/announcer.tsx';
import { CardStep } from './card-step.tsx';
import { CashStep } from './cash-step.tsx';
import { FarAbove } from './far-above.tsx';
import { type PayMode, payModes } from './entry.ts';
import { MixedStep } from './mixed-step.tsx';
import styles from './sale.module.css';
import { StructureStep } from './structure-step.tsx';
import { usePayment } from './use-payment.ts';

/** The right column while a sale is being paid. */
export function PaymentColumn(props: {
  readonly basket: BasketView;
  /** The printed code for exact cash opened this payment. */
  readonly exact: boolean;
  readonly onPaid: (sale: FinishedSale) => void;
}): ReactNode {
  const { t, refusal } = useWords();
  const { announce } = useAnnouncer();
  const payment = usePayment(props.basket, props.onPaid);
  const { tenders, cardPending, dueCents } = payment;
  const [mode, setMode] = useState<PayMode>(tenders.length > 0 ? 'mixed' : 'cash');
  const [cardOpenedHere, setCardOpenedHere] = useState(false);
  const onCard = cardPending !== null;

  const openCard = async (amount: typeof dueCents): Promise<void> => {
    setCardOpenedHere(true);
    await payment.keep(tenders, amount);
  };
  const choose = (one: PayMode): void => {
    if (one === 'bankCard') void openCard(dueCents);
    else setMode(one);
  };
  const refuseCard = async (): Promise<void> => {
    await payment.keep(tenders, null);
    announce('info', { text: t('sale.card.wasRefused'), next: t('sale.card.wasRefusedNext') });
  };

  return (
    <section className={styles['column']} aria-label={t('sale.label')}>
      <fieldset className={styles['modes']} aria-label={t('sale.label')}>
        {payModes.map((one) => (
          <Button
            key={one}
            pressed={onCard ? one === 'bankCard' : one === mode}
            disabled={onCard || payment.busy || (tenders.length > 0 && one !== 'mixed')}
            onPress={() => choose(one)}
          >
            {one === 'mixed' ? t('sale.mixed') : t(`tender.one.${one}`)}
          </Button>
        ))}
      </fieldset>
      {payment.refused && <Notice tone="refuse" sentence={refusal(payment.refused)} live />}
      {onCard && (
        <CardStep
          cents={cardPending}
          recovered={!cardOpenedHere}
          busy={payment.busy}
          onAccepted={(reference) => {
            setMode('mixed');
            void payment.add({ kind: 'bankCard', cents: cardPending, reference });
          }}
          onRefused={() => void refuseCard()}
          onMistaken={() => void payment.keep(tenders, null)}
        />
      )}
      {payment.farAbove && <FarAbove {...payment.farAbove} />}
      {!onCard && mode === 'cash' && <CashStep payment={payment} exact={props.exact} />}
      {!onCard && mode === 'structureCredit' && <StructureStep payment={payment} cents={dueCents} />}
      {!onCard && mode === 'mixed' && (
        <MixedStep payment={payment} onCard={(amount) => void openCard(amount)} />
      )}
    </section>
  );
}
