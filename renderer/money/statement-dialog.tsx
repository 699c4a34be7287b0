import { type ReactNode, useState } from 'react';
import type { StatementView } from '#contract/money.ts';
import { useDo } from '../api/api.tsx';
import type { AllRefusals } from '../api/client.ts';
import { useWords } from '../messages/use-words.ts';
import { useAnnouncer } from '../ui/announcer.tsx';
import { Button } from '../ui/controls/button.tsx';
import { Dialog } from '../ui/controls/dialog.tsx';
import { Notice } from '../ui/notice.tsx';
import type { StructureAccount } from './structures.ts';

/** What is to be claimed goes on one paper, and is never claimed again. */
export function StatementDialog(props: {
  readonly account: StructureAccount;
  readonly onMade: (statement: StatementView) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { t, say, refusal } = useWords();
  const { announce } = useAnnouncer();
  const { act, pending } = useDo('makeStatement');
  // One identity for this dialog: pressed twice, one statement is made.
  const [statementId] = useState(() => crypto.randomUUID());
  const [refused, setRefused] = useState<AllRefusals | null>(null);
  const { account, onClose } = props;
  const make = async (): Promise<void> => {
    const answer = await act({ statementId, prescriberId: account.prescriberId });
    if (!answer.ok) return setRefused(answer.refusal);
    const { statement } = answer.value;
    announce('good', {
      text: t('money.credits.dialog.done', { number: say.number(statement.number) }),
      next: t('money.credits.dialog.doneNext'),
    });
    props.onMade(statement);
    return onClose();
  };
  return (
    <Dialog
      title={t('money.credits.dialog.title', { name: account.name })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose} shortcut="Escape">
            {t('ui.back')}
          </Button>
          <Button kind="primary" disabled={pending} onPress={() => void make()}>
            {t('money.credits.make')}
          </Button>
        </>
      }
    >
      <p>
        {t('money.credits.dialog.text', {
          count: account.open.length,
          amount: say.money(account.openCents),
        })}{' '}
        {t('money.credits.dialog.once')}
      </p>
      {refused && <Notice tone="refuse" sentence={refusal(refused)} live />}
    </Dialog>
  );
}
