import { type ReactNode, useState } from 'react';
import type { MoneyState, StatementView } from '#contract/money.ts';
import type { PrescriberId } from '#domain/ids.ts';
import { useAsk, useDo } from '../api/api.tsx';
import { useWords } from '../messages/use-words.ts';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { useBroughtIn } from '../ui/use-brought-in.ts';
import styles from './money.module.css';
import { NothingYet } from './nothing-yet.tsx';
import { SeenDialog } from './seen-dialog.tsx';
import { StatementDialog } from './statement-dialog.tsx';
import { StatementPaper } from './statement-paper.tsx';
import { StructureCard } from './structure-card.tsx';
import { StructureList } from './structure-list.tsx';
import { type StructureAccount, creditsStep, statementToShow, structureAccounts } from './structures.ts';

/** What structures undertook to pay: claimed on a statement, then noted as paid. */
export function CreditsPart(): ReactNode {
  const { refusal } = useWords();
  const { data, error } = useAsk('moneyState', {});
  if (data) return <Credits state={data} />;
  return error?.refusal ? <Notice tone="refuse" sentence={refusal(error.refusal)} live /> : null;
}

function Credits({ state }: { readonly state: MoneyState }): ReactNode {
  const { t } = useWords();
  const [chosen, setChosen] = useState<PrescriberId | null>(null);
  const accounts = structureAccounts(state);
  const account = accounts.find((one) => one.prescriberId === chosen) ?? accounts[0];
  if (!account)
    return (
      <NothingYet label={t('money.credits.structures')} leave>
        <strong>{t('money.credits.none')}</strong> {t('money.credits.noneNext')}
      </NothingYet>
    );
  return (
    <div className={styles['columns']}>
      <StructureList accounts={accounts} chosen={account.prescriberId} onChoose={setChosen} />
      <OneStructure
        key={account.prescriberId}
        account={account}
        onTouched={() => setChosen(account.prescriberId)}
      />
    </div>
  );
}

function OneStructure(props: {
  readonly account: StructureAccount;
  /** Something is done about it: it stays in sight, whatever its place in the list becomes. */
  readonly onTouched: () => void;
}): ReactNode {
  const { t } = useWords();
  const settle = useDo('settleStatement');
  const [chosen, setChosen] = useState<string | null>(null);
  const [fresh, setFresh] = useState<string | null>(null);
  const [making, setMaking] = useState<StructureAccount | null>(null);
  const [settling, setSettling] = useState<StatementView | null>(null);
  const { account, onTouched } = props;
  const statement = account.statements.find((one) => one.statementId === chosen) ?? statementToShow(account);
  const step = creditsStep(account, statement, fresh);
  const detail = useBroughtIn(chosen);
  return (
    <>
      <StructureCard
        account={account}
        step={step}
        chosen={statement?.statementId ?? null}
        onChoose={(statementId) => {
          onTouched();
          setChosen(statementId);
        }}
        onMake={() => setMaking(account)}
      />
      <div className={styles['detail']} ref={detail}>
        {statement ? (
          <StatementPaper
            key={statement.statementId}
            statement={statement}
            step={step}
            onPrinted={() => setFresh(null)}
            onSettle={() => setSettling(statement)}
          />
        ) : (
          <Panel label={t('money.credits.paper')}>
            <p className={styles['soft']}>
              {t(account.statements.length > 0 ? 'money.credits.pick' : 'money.credits.noStatement')}
            </p>
          </Panel>
        )}
      </div>
      {making && (
        <StatementDialog
          account={making}
          onMade={({ statementId }) => {
            onTouched();
            setChosen(statementId);
            setFresh(statementId);
          }}
          onClose={() => setMaking(null)}
        />
      )}
      {settling && (
        <SeenDialog
          of="credits.settle"
          expectedCents={settling.totalCents}
          name={settling.name}
          number={String(settling.number)}
          onClose={() => setSettling(null)}
          onSeen={async (on, cents) => {
            onTouched();
            setChosen(settling.statementId);
            const answer = await settle.act({ statementId: settling.statementId, on, cents });
            return answer.ok ? null : answer.refusal;
          }}
        />
      )}
    </>
  );
}
