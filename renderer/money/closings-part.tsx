import { type ReactNode, useState } from 'react';
import { useAsk } from '../api/api.tsx';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { TicketPreview } from '../ui/ticket-preview.tsx';
import { useBroughtIn } from '../ui/use-brought-in.ts';
import styles from './money.module.css';
import { ClosingCard } from './closing-card.tsx';
import { type ClosingFilter, closingFilters, closingsOf, shownAtOnce } from './closing-list.ts';
import { ClosingRow } from './closing-row.tsx';
import { NothingYet } from './nothing-yet.tsx';

/** Past closings: found by kind and day, seen again with their figures and their paper. */
export function ClosingsPart(): ReactNode {
  const { t, refusal } = useWords();
  const asked = useAsk('closings', {});
  const [filter, setFilter] = useState<ClosingFilter>('all');
  const [chosen, setChosen] = useState<number | null>(null);
  const [shown, setShown] = useState(shownAtOnce);
  const list = closingsOf(asked.data ?? [], filter);
  const closing = list.find((one) => one.seq === chosen) ?? list[0];
  const detail = useBroughtIn(chosen);
  return (
    <div className={styles['columns']}>
      <Panel
        flush
        label={t('money.closings.list')}
        head={
          <fieldset className={styles['filters']} aria-label={t('money.closings.which')}>
            {closingFilters.map((one) => (
              <button
                key={one}
                type="button"
                className={styles['tab']}
                aria-pressed={one === filter}
                onClick={() => {
                  setFilter(one);
                  setShown(shownAtOnce);
                }}
              >
                {t(`money.closings.types.${one}`)}
              </button>
            ))}
          </fieldset>
        }
      >
        {asked.error?.refusal && <Notice tone="refuse" sentence={refusal(asked.error.refusal)} live />}
        <ul className={styles['list']}>
          {list.slice(0, shown).map((one) => (
            <li key={one.seq}>
              <ClosingRow closing={one} chosen={one.seq === closing?.seq} onChoose={setChosen} />
            </li>
          ))}
        </ul>
        {list.length > shown && (
          <div className={styles['padded']}>
            <Button wide onPress={() => setShown(shown + shownAtOnce)}>
              {t('money.closings.older')}
            </Button>
          </div>
        )}
      </Panel>
      {closing && (
        <>
          <div className={styles['detail']} ref={detail}>
            <ClosingCard key={closing.seq} closing={closing} />
          </div>
          <Paper seq={closing.seq} />
        </>
      )}
      {!closing && asked.data && (
        <NothingYet label={t('money.closings.one')} leave>
          {t(`money.closings.none.${asked.data.length === 0 ? 'all' : filter}`)}
        </NothingYet>
      )}
    </div>
  );
}

function Paper({ seq }: { readonly seq: number }): ReactNode {
  const { t, refusal } = useWords();
  const { data, error } = useAsk('closing', { seq });
  return (
    <Panel label={t('money.closings.paper')}>
      {error?.refusal && <Notice tone="refuse" sentence={refusal(error.refusal)} live />}
      {data && <TicketPreview document={data.document} />}
    </Panel>
  );
}
