import { type ReactNode, useState } from 'react';
import type { Output } from '#contract/ipc.ts';
import { may } from '#domain/roles.ts';
import { useAsk, useDo } from '../api/api.tsx';
import { useDesk } from '../app/desk.tsx';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import { Dialog } from '../ui/controls/dialog.tsx';
import { CountedNotice, DrawerCount } from './drawer-count.tsx';
import { PickOperator } from './pick-operator.tsx';
import styles from './access.module.css';

/** Another operator takes a till that somebody left: the sale in progress is held, nothing is lost. */
export function TakeOverDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useWords();
  const { operator, session, locked } = useDesk();
  const choices = useAsk('signInChoices', {}).data ?? [];
  const takeOver = useDo('takeOver');
  const [counting, setCounting] = useState(false);
  const [counted, setCounted] = useState<Output<'countHandover'> | null>(null);
  // Whoever hands over counts: behind a locked till nobody is there to do it.
  const mayCount = !locked && session !== null && !session.stale && may(operator, 'seller');
  if (counting && mayCount)
    return (
      <DrawerCount
        onSkip={() => setCounting(false)}
        onCounted={(answer) => {
          setCounted(answer);
          setCounting(false);
        }}
      />
    );
  return (
    <Dialog wide title={t('frame.lock.takeOverTitle')} onClose={onClose}>
      <p>{t('frame.lock.takeOverText', { name: operator?.name ?? '' })}</p>
      {counted && <CountedNotice counted={counted} />}
      <PickOperator
        choices={choices.filter((choice) => choice.code !== operator?.code)}
        action={t('frame.lock.takeOver')}
        onPick={async (code, password) => {
          const answer = await takeOver.act({ operator: code, password });
          if (answer.ok) onClose();
          return answer.ok ? null : answer.refusal;
        }}
      />
      {mayCount && !counted && (
        <p className={styles['offer']}>
          <Button onPress={() => setCounting(true)}>{t('access.drawerCount.offer')}</Button>
          {t('access.drawerCount.offerHint')}
        </p>
      )}
    </Dialog>
  );
}
