import type { ReactNode } from 'react';
import type { BasketView } from '#contract/basket.ts';
import type { FinishedSale } from '#contract/sale.ts';
import { useAsk } from '../api/api.tsx';
import { useWords } from '../messages/use-words.ts';
import { DoneColumn } from '../sale/done-card.tsx';
import { Panel } from '../ui/panel.tsx';
import { TicketPreview } from '../ui/ticket-preview.tsx';
import { BasketColumn } from './basket-column.tsx';
import { PersonColumn } from './person-column.tsx';
import styles from './basket.module.css';

/** A sale that was just paid, with the basket as it was; without it after a reload. */
export interface Done {
  readonly sale: FinishedSale;
  readonly basket: BasketView | null;
}

export function PaidTill(props: { readonly done: Done; readonly onNext: () => void }): ReactNode {
  const { sale, basket } = props.done;
  return (
    <div className={styles['columns']}>
      {basket ? (
        <>
          <PersonColumn basket={basket} paid={sale} searching={false} locked onSearch={nothing} />
          <BasketColumn basket={basket} last={null} locked paid onFindPerson={nothing} foot={null} />
        </>
      ) : (
        <ReadBack sale={sale} />
      )}
      <DoneColumn sale={sale} onNext={props.onNext} />
    </div>
  );
}

/** The page was reloaded since: what was sold is read back from its ticket. */
function ReadBack({ sale }: { readonly sale: FinishedSale }): ReactNode {
  const { t } = useWords();
  const { data: ticket } = useAsk('ticket', { saleId: sale.saleId });
  return (
    <>
      <Panel label={t('basket.person.label')}>
        <div className={styles['readBack']}>
          {ticket && <h1>{ticket.personName ?? t('basket.held.nobody')}</h1>}
          <p>{t('basket.basket.alreadyPaid')}</p>
        </div>
      </Panel>
      <Panel label={t('basket.basket.label')}>{ticket && <TicketPreview document={ticket.document} />}</Panel>
    </>
  );
}

const nothing = (): void => undefined;
