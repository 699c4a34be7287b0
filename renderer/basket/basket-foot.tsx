import type { ReactNode } from 'react';
import type { BasketView } from '#contract/basket.ts';
import { may } from '#domain/roles.ts';
import { useDo } from '../api/api.tsx';
import { useDesk } from '../app/desk.tsx';
import { useNavigation } from '../app/navigation.tsx';
import { useWords } from '../messages/use-words.ts';
import { useAnnouncer } from '../ui/announcer.tsx';
import { Button } from '../ui/controls/button.tsx';
import styles from './basket-foot.module.css';

/** Hold or recall, refund, take payment: what can be done with the basket now. */
export function BasketFoot(props: {
  readonly basket: BasketView;
  readonly onHeld: () => void;
  readonly onFree: () => void;
  readonly busy: boolean;
}): ReactNode {
  const { t, say } = useWords();
  const { basket } = props;
  const { heldBaskets, operator } = useDesk();
  const { go } = useNavigation();
  const { announceRefusal } = useAnnouncer();
  const hold = useDo('holdBasket');
  const start = useDo('startPayment');
  const empty = basket.lines.length === 0;
  const free = basket.totalCents === 0;
  const pay = async (): Promise<void> => {
    if (free) return props.onFree();
    const answer = await start.act({ saleId: basket.saleId });
    if (!answer.ok) announceRefusal(answer.refusal);
    return undefined;
  };
  const holdIt = async (): Promise<void> => {
    const answer = await hold.act({});
    if (!answer.ok) announceRefusal(answer.refusal);
  };
  const settle = t('basket.basket.linesToSettle', { count: basket.refusedCount });
  return (
    <div className={styles['foot']}>
      {empty && heldBaskets > 0 ? (
        <Button big shortcut="F7" onPress={props.onHeld}>
          {t('basket.basket.recall', { count: heldBaskets })}
        </Button>
      ) : (
        <Button big shortcut="F6" disabled={empty || hold.pending} onPress={() => void holdIt()}>
          {t('basket.basket.hold')}
        </Button>
      )}
      <Button
        big
        shortcut="F9"
        why={may(operator, 'seller') ? null : t('basket.basket.sellerOnly')}
        onPress={() => go({ at: 'tickets', start: 'return' })}
      >
        {t('basket.basket.refund')}
      </Button>
      <Button
        big
        kind={basket.refusedCount > 0 ? 'plain' : 'primary'}
        shortcut="F4"
        why={basket.refusedCount > 0 ? settle : null}
        disabled={empty || start.pending || props.busy}
        onPress={() => void pay()}
      >
        {free && !empty && basket.refusedCount === 0
          ? t('basket.basket.payFree')
          : empty
            ? t('basket.basket.payNothing')
            : t('basket.basket.pay', { amount: say.money(basket.totalCents) })}
      </Button>
    </div>
  );
}
