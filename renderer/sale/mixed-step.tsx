import { X } from 'lucide-react';
import { type ReactNode, useReducer, useState } from 'react';
import type { Cents } from '#domain/money.ts';
import { type ByTender, tenderKinds } from '#domain/tender.ts';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import { AmountPad } from './amount-pad.tsx';
import { ChangeBox } from './change-box.tsx';
import { changeOf, enteredCents, noEntry, partCents, pressPad } from './entry.ts';
import styles from './sale.module.css';
import { StructureStep } from './structure-step.tsx';
import type { Payment } from './use-payment.ts';

/** Several ways to pay one sale: an amount, then how it is paid, until nothing is missing. */
export function MixedStep(props: {
  readonly payment: Payment;
  readonly onCard: (cents: Cents) => void;
}): ReactNode {
  const { t, say } = useWords();
  const { payment } = props;
  const { dueCents, tenders, busy } = payment;
  const [entry, press] = useReducer(pressPad, noEntry);
  const [structure, setStructure] = useState<Cents | null>(null);
  const entered = enteredCents(entry);
  const change = dueCents > 0 ? null : changeOf(payment.totalCents, tenders);
  const clear = (): void => press({ kind: 'clear' });
  const cash = async (): Promise<void> => {
    if (!entered) return;
    await payment.add({ kind: 'cash', cents: entered });
    clear();
  };
  const take: ByTender<() => void> = {
    cash: () => void cash(),
    bankCard: () => {
      props.onCard(partCents(entry, dueCents));
      clear();
    },
    structureCredit: () => setStructure(partCents(entry, dueCents)),
  };
  if (structure !== null)
    return (
      <StructureStep
        payment={payment}
        cents={structure}
        onBack={() => setStructure(null)}
        onDone={() => {
          setStructure(null);
          clear();
        }}
      />
    );
  return (
    <>
      {tenders.length > 0 && <Parts payment={payment} />}
      {dueCents > 0 && (
        <>
          <AmountPad
            label={t('sale.restIs', { amount: say.money(dueCents) })}
            entry={entry}
            exactCents={dueCents}
            onKey={press}
          />
        </>
      )}
      <div className={styles['end']}>
        {dueCents > 0 ? (
          <div className={styles['three']}>
            {tenderKinds.map((kind) => (
              <Button key={kind} big disabled={!entered || busy} onPress={take[kind]}>
                {t(`tender.by.${kind}`)}
              </Button>
            ))}
          </div>
        ) : (
          change !== null && <ChangeBox cents={change} />
        )}
        <Button
          big
          wide
          kind="primary"
          why={dueCents > 0 ? t('sale.mixedHint') : null}
          disabled={busy}
          onPress={() => void payment.finish(tenders)}
        >
          {t('sale.finish')}
        </Button>
      </div>
    </>
  );
}

function Parts({ payment }: { readonly payment: Payment }): ReactNode {
  const { t, say } = useWords();
  const { tenders } = payment;
  return (
    <ul className={styles['parts']} aria-label={t('sale.parts')}>
      {tenders.map((tender, index) => {
        const what = `${t(`tender.one.${tender.kind}`)} ${say.money(tender.cents)}`;
        return (
          // The same part may stand twice: its place is what tells it apart.
          <li key={`${index}-${tender.kind}`}>
            <span>{t(`tender.one.${tender.kind}`)}</span>
            <strong>{say.money(tender.cents)}</strong>
            {tender.kind === 'bankCard' ? (
              <span className={styles['noRemove']} />
            ) : (
              <button
                type="button"
                className={styles['removePart']}
                aria-label={t('sale.removePart', { what })}
                onClick={() => void payment.keep(tenders.toSpliced(index, 1), null)}
              >
                <X size={20} aria-hidden="true" />
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
