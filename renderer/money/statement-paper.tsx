import { type ReactNode, useState } from 'react';
import type { StatementView } from '#contract/money.ts';
import { useAsk, useDo } from '../api/api.tsx';
import type { AllRefusals } from '../api/client.ts';
import { useAnnouncePrinted } from '../app/announce-printed.ts';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { TicketPreview } from '../ui/ticket-preview.tsx';
import styles from './money.module.css';
import type { CreditsStep } from './structures.ts';

/** The paper of a statement: printed as often as needed, then noted as paid, once. */
export function StatementPaper(props: {
  readonly statement: StatementView;
  readonly step: CreditsStep;
  readonly onPrinted: () => void;
  readonly onSettle: () => void;
}): ReactNode {
  const { t, say, refusal } = useWords();
  const announcePrinted = useAnnouncePrinted();
  const { statement, step } = props;
  const { statementId, settled } = statement;
  const { data, error } = useAsk('statement', { statementId, print: false });
  const { act, pending } = useDo('statement');
  const [refused, setRefused] = useState<AllRefusals | null>(null);
  const problem = refused ?? error?.refusal;
  const print = async (): Promise<void> => {
    const answer = await act({ statementId, print: true });
    setRefused(answer.ok ? null : answer.refusal);
    if (!answer.ok) return;
    announcePrinted({ text: t('money.credits.printed'), next: t('money.credits.printedNext') });
    props.onPrinted();
  };
  return (
    <Panel
      label={t('money.credits.paper')}
      foot={
        <div className={styles['buttons']}>
          <Button
            big
            wide={settled !== null}
            kind={step === 'print' ? 'primary' : 'plain'}
            disabled={pending}
            onPress={() => void print()}
          >
            {t('money.credits.print')}
          </Button>
          {!settled && (
            <Button big wide kind={step === 'settle' ? 'primary' : 'plain'} onPress={props.onSettle}>
              {t('money.credits.settle.button')}
            </Button>
          )}
        </div>
      }
    >
      <div className={styles['stack']}>
        {settled && (
          <p>
            {t('money.credits.settledOn', {
              amount: say.money(settled.cents),
              day: say.day(settled.on),
              name: settled.by,
            })}
          </p>
        )}
        {problem && <Notice tone="refuse" sentence={refusal(problem)} live />}
        {data && <TicketPreview document={data.document} />}
      </div>
    </Panel>
  );
}
