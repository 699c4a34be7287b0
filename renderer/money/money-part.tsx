import { type ReactNode, useState } from 'react';
import type { DepositView, EnvelopeView, MoneyState } from '#contract/money.ts';
import { useAsk, useDo } from '../api/api.tsx';
import { useWords } from '../messages/use-words.ts';
import { Notice } from '../ui/notice.tsx';
import { useBroughtIn } from '../ui/use-brought-in.ts';
import styles from './money.module.css';
import { DepositCard } from './deposit-card.tsx';
import { DepositDialog } from './deposit-dialog.tsx';
import { DepositList } from './deposit-list.tsx';
import { type Ticked, firstDeposit, moneyStep, tickedOf } from './envelopes.ts';
import { NothingYet } from './nothing-yet.tsx';
import { SafePanel } from './safe-panel.tsx';
import { SeenDialog } from './seen-dialog.tsx';

/** Cash after the drawer: in the safe, taken to the bank, seen on its statement. */
export function MoneyPart(): ReactNode {
  const { refusal } = useWords();
  const { data, error } = useAsk('moneyState', {});
  if (data) return <Money state={data} />;
  return error?.refusal ? <Notice tone="refuse" sentence={refusal(error.refusal)} live /> : null;
}

function Money({ state }: { readonly state: MoneyState }): ReactNode {
  const { t } = useWords();
  const credit = useDo('creditDeposit');
  const [ticked, setTicked] = useState<Ticked>(new Set());
  const [chosen, setChosen] = useState<string | null>(null);
  // What a dialog is about is kept with it: the state may be asked again before its answer is shown.
  const [taking, setTaking] = useState<readonly EnvelopeView[] | null>(null);
  const [looking, setLooking] = useState<DepositView | null>(null);
  const going = tickedOf(state.envelopes, ticked);
  const deposit = state.deposits.find((one) => one.depositId === chosen) ?? firstDeposit(state.deposits);
  const step = moneyStep(going, deposit);
  const detail = useBroughtIn(chosen);
  return (
    <div className={styles['columns']}>
      <SafePanel
        envelopes={state.envelopes}
        ticked={ticked}
        onTick={setTicked}
        step={step}
        onDeposit={() => setTaking(going)}
      />
      {deposit ? (
        <>
          <DepositList deposits={state.deposits} chosen={deposit.depositId} onChoose={setChosen} />
          <div className={styles['detail']} ref={detail}>
            <DepositCard deposit={deposit} isNext={step === 'seen'} onSeen={() => setLooking(deposit)} />
          </div>
        </>
      ) : (
        <NothingYet label={t('money.money.deposits')} leave={false}>
          <strong>{t('money.money.noDeposit')}</strong> {t('money.money.noDepositNext')}
        </NothingYet>
      )}
      {taking && (
        <DepositDialog
          envelopes={taking}
          onDone={(depositId) => {
            setTicked(new Set());
            setChosen(depositId);
          }}
          onClose={() => setTaking(null)}
        />
      )}
      {looking && (
        <SeenDialog
          of="money.seen"
          expectedCents={looking.cents}
          onClose={() => setLooking(null)}
          onSeen={async (on, cents) => {
            setChosen(looking.depositId);
            const answer = await credit.act({ depositId: looking.depositId, on, cents });
            return answer.ok ? null : answer.refusal;
          }}
        />
      )}
    </div>
  );
}
