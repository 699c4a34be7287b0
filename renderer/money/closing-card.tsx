import { type ReactNode, useState } from 'react';
import type { ClosingView } from '#contract/closing.ts';
import { tenderKinds } from '#domain/tender.ts';
import { useAsk } from '../api/api.tsx';
import { useNavigation } from '../app/navigation.tsx';
import { useWords } from '../messages/use-words.ts';
import { TenderMark } from '../sale/tender-mark.tsx';
import { Button } from '../ui/controls/button.tsx';
import { differenceOf } from '../ui/difference.ts';
import { Meter } from '../ui/meter.tsx';
import { Panel } from '../ui/panel.tsx';
import styles from './money.module.css';
import { useClosingName } from './closing-row.tsx';
import { ReprintDialog } from './reprint-dialog.tsx';

/** One closing in figures, with what can still be done: print its paper again, never change it. */
export function ClosingCard({ closing }: { readonly closing: ClosingView }): ReactNode {
  const { t, say } = useWords();
  const { home } = useNavigation();
  const nameOf = useClosingName();
  const { data } = useAsk('closing', { seq: closing.seq });
  const [printing, setPrinting] = useState(false);
  const copies = data?.copies ?? 0;
  return (
    <Panel
      readable
      label={t('money.closings.one')}
      foot={
        <div className={styles['buttons']}>
          <Button big disabled={!data} onPress={() => setPrinting(true)}>
            {t('money.closings.reprint.button')}
          </Button>
          <Button big wide kind="primary" shortcut="Escape" onPress={home}>
            {t('ticket.toTill')}
          </Button>
        </div>
      }
    >
      <div className={styles['stack']}>
        <header>
          <h2 className={styles['name']}>{nameOf(closing)}</h2>
          <p className={styles['soft']}>{t('money.closings.closedAt', { moment: say.moment(closing.at) })}</p>
        </header>
        <p className={styles['total']}>
          <span>{t('closing.day.total')}</span>
          <strong>{say.money(closing.totalCents)}</strong>
        </p>
        <TenderBars closing={closing} />
        <Figures closing={closing} />
        {copies > 0 && <p className={styles['soft']}>{t('money.closings.copies', { count: copies })}</p>}
      </div>
      {printing && (
        <ReprintDialog
          seq={closing.seq}
          name={nameOf(closing)}
          copy={copies + 1}
          onClose={() => setPrinting(false)}
        />
      )}
    </Panel>
  );
}

function TenderBars({ closing }: { readonly closing: ClosingView }): ReactNode {
  const { t, say } = useWords();
  const { byTender } = closing;
  const used = tenderKinds.filter((kind) => byTender[kind] !== 0);
  if (used.length === 0) return <p className={styles['soft']}>{t('closing.day.noSales')}</p>;
  const max = Math.max(...used.map((kind) => byTender[kind]));
  return (
    <section aria-label={t('money.closings.byTender')}>
      <h3 className={styles['sub']}>{t('money.closings.byTender')}</h3>
      <ul className={styles['bars']}>
        {used.map((kind) => (
          <li key={kind}>
            <span>
              <TenderMark kind={kind} /> {t(`tender.many.${kind}`)}
            </span>
            <strong>{say.money(byTender[kind])}</strong>
            <Meter
              label={`${t(`tender.many.${kind}`)} ${say.money(byTender[kind])}`}
              value={Math.max(0, byTender[kind])}
              max={max}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Figures({ closing }: { readonly closing: ClosingView }): ReactNode {
  const { t, say } = useWords();
  const difference = closing.differenceCents === null ? null : differenceOf(closing.differenceCents);
  return (
    <dl className={styles['facts']}>
      <div>
        <dt>{t('closing.day.sales')}</dt>
        <dd>{say.number(closing.sales)}</dd>
      </div>
      {difference && (
        <div data-tone={difference.kind === 'same' ? 'accent' : 'warn'}>
          <dt>{t('money.closings.difference')}</dt>
          <dd>{t(`closing.explain.${difference.kind}`, { amount: say.money(difference.cents) })}</dd>
        </div>
      )}
      <div>
        <dt>
          {t('money.closings.perpetual')}
          <small>{t('money.closings.perpetualHint')}</small>
        </dt>
        <dd>{say.money(closing.perpetualCents)}</dd>
      </div>
    </dl>
  );
}
