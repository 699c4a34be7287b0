import type { ReactNode } from 'react';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import { Dialog } from '../ui/controls/dialog.tsx';
import type { CashFarAbove } from './use-payment.ts';

/** So much cash for so little: no is the button that Enter presses. */
export function FarAbove({ givenCents, changeCents, onYes, onNo }: CashFarAbove): ReactNode {
  const { t, say } = useWords();
  const amount = say.money(givenCents);
  return (
    <Dialog
      title={t('sale.farAbove.title', { amount })}
      onClose={onNo}
      actions={
        <>
          <Button onPress={onYes}>{t('sale.farAbove.yes', { amount })}</Button>
          <Button kind="primary" onPress={onNo}>
            {t('sale.farAbove.no')}
          </Button>
        </>
      }
    >
      <p>{t('sale.farAbove.text', { change: say.money(changeCents) })}</p>
    </Dialog>
  );
}
