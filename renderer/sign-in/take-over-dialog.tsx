import type { ReactNode } from 'react';
import { useAsk, useDo } from '../api/api.tsx';
import { useDesk } from '../app/desk.tsx';
import { useWords } from '../messages/use-words.ts';
import { Dialog } from '../ui/dialog.tsx';
import { PickOperator } from './pick-operator.tsx';

/** Another operator takes a till that somebody left: the sale in progress is held, nothing is lost. */
export function TakeOverDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useWords();
  const { operator } = useDesk();
  const choices = useAsk('signInChoices', {}).data ?? [];
  const takeOver = useDo('takeOver');
  return (
    <Dialog wide title={t('frame.lock.takeOverTitle')} onClose={onClose}>
      <p>{t('frame.lock.takeOverText', { name: operator?.name ?? '' })}</p>
      <PickOperator
        choices={choices.filter((choice) => choice.code !== operator?.code)}
        action={t('frame.lock.takeOver')}
        onPick={async (code, password) => {
          const answer = await takeOver.act({ operator: code, password });
          if (answer.ok) onClose();
          return answer.ok ? null : answer.refusal;
        }}
      />
    </Dialog>
  );
}
