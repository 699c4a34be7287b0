import { type ReactNode, useState } from 'react';
import type { BasketView } from '#contract/basket.ts';
import type { FinishedSale } from '#contract/sale.ts';
import { useAsk, useDo } from '../api/api.tsx';
import { useDesk } from '../app/desk.tsx';
import { useNavigation } from '../app/navigation.tsx';
import { useKey } from '../keys/keys.tsx';
import { PaymentColumn } from '../sale/payment-column.tsx';
import { useCommand } from '../scanning/listening.tsx';
import { useAnnouncer } from '../ui/announcer.tsx';
import { BackToBasket } from './back-to-basket.tsx';
import { BasketColumn } from './basket-column.tsx';
import { BasketFoot } from './basket-foot.tsx';
import { DrawerDialog } from './drawer-dialog.tsx';
import { HeldDialog } from './held-dialog.tsx';
import { PaidTill } from './paid-till.tsx';
import { PersonColumn } from './person-column.tsx';
import { ProductsColumn } from './products-column.tsx';
import { StaleDay } from './stale-day.tsx';
import { useLastSale } from './use-last-sale.ts';
import styles from './basket.module.css';

export function TillScreen(): ReactNode {
  const { session } = useDesk();
  const asked = useAsk('basket', {});
  const basket = asked.data;
  const { known, done, last, onPaid, onNext } = useLastSale(basket);
  if (!known) return null;
  if (done) return <PaidTill key={done.sale.saleId} done={done} onNext={onNext} />;
  // A payment that midnight found half way is ended first; nothing new is sold on a day that is over.
  if (session?.stale && (asked.isError || !basket?.payment)) return <StaleDay session={session} />;
  if (!basket) return null;
  return (
    <SellingTill
      key={basket.saleId}
      basket={basket}
      last={last}
      onPaid={(sale) => onPaid({ sale, basket })}
    />
  );
}

function SellingTill(props: {
  readonly basket: BasketView;
  readonly last: FinishedSale | null;
  readonly onPaid: (sale: FinishedSale) => void;
}): ReactNode {
  const { basket, onPaid } = props;
  const { place } = useNavigation();
  const { announceRefusal } = useAnnouncer();
  const { person } = basket;
  const who = person?.personId ?? 'nobody';
  // Searching is over as soon as somebody else is chosen, however that came about.
  const [searchingFrom, setSearchingFrom] = useState(
    place.at === 'till' && place.focus === 'person' ? who : null,
  );
  const searching = searchingFrom === who;
  const setSearching = (open: boolean): void => setSearchingFrom(open ? who : null);
  const [dialog, setDialog] = useState<'held' | 'drawer' | null>(null);
  const [exact, setExact] = useState(false);
  const start = useDo('startPayment');
  const finish = useDo('finishSale');
  const paying = basket.payment !== null;
  const sellable = basket.lines.length > 0 && basket.refusedCount === 0;
  useKey('F2', person && !paying ? () => setSearching(true) : null);
  useKey('F7', paying ? null : () => setDialog('held'));
  const payFree = async (): Promise<void> => {
    const answer = await finish.act({
      saleId: basket.saleId,
      tenders: [],
      expectedTotalCents: basket.totalCents,
    });
    if (answer.ok) onPaid(answer.value);
    else announceRefusal(answer.refusal);
  };
  const payExact = async (): Promise<void> => {
    if (basket.totalCents === 0) return;
    setExact(true);
    const answer = await start.act({ saleId: basket.saleId });
    if (!answer.ok) announceRefusal(answer.refusal);
  };
  useCommand('exact', sellable && !paying ? () => void payExact() : null);
  return (
    <div className={styles['columns']}>
      <PersonColumn basket={basket} searching={searching} locked={paying} onSearch={setSearching} />
      <BasketColumn
        basket={basket}
        last={props.last}
        locked={paying}
        paid={false}
        onFindPerson={() => setSearching(true)}
        foot={
          paying ? (
            <BackToBasket basket={basket} onBack={() => setExact(false)} />
          ) : (
            <BasketFoot
              basket={basket}
              busy={start.pending || finish.pending}
              onHeld={() => setDialog('held')}
              onFree={() => void payFree()}
            />
          )
        }
      />
      {paying ? (
        <PaymentColumn basket={basket} exact={exact} onPaid={onPaid} />
      ) : (
        <ProductsColumn basket={basket} onDrawer={() => setDialog('drawer')} />
      )}
      {dialog === 'held' && <HeldDialog onClose={() => setDialog(null)} />}
      {dialog === 'drawer' && <DrawerDialog onClose={() => setDialog(null)} />}
    </div>
  );
}
