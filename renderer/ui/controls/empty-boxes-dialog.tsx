import type { ReactNode } from 'react';
import type { Denomination } from '#domain/money.ts';
import { useWords } from '../../messages/use-words.ts';
import { Button } from './button.tsx';
import { boxNames } from './cash-count-grid.tsx';
import { Dialog } from './dialog.tsx';

/** Asked once: whether the boxes left empty mean that there is none. */
export function EmptyBoxesDialog(props: {
  readonly empty: readonly Denomination[];
  readonly onNone: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const { t, say } = useWords();
  return (
    <Dialog
      title={t('ui.count.emptyTitle', { count: props.empty.length })}
      onClose={props.onClose}
      actions={
        <>
          <Button onPress={props.onClose} shortcut="Escape">
            {t('ui.count.emptyNo')}
          </Button>
          <Button kind="primary" onPress={props.onNone}>
            {t('ui.count.emptyYes')}
          </Button>
        </>
      }
    >
      <p>{t('ui.count.emptyText', { names: boxNames(props.empty, say.shortMoney) })}</p>
    </Dialog>
  );
}
