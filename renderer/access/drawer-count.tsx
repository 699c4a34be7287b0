import { type ReactNode, useState } from 'react';
import type { Output } from '#contract/ipc.ts';
import { cashCountTotal } from '#domain/money.ts';
import { useDo } from '../api/api.tsx';
import type { AllRefusals } from '../api/client.ts';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import { CashCountGrid } from '../ui/controls/cash-count-grid.tsx';
import { type CountTexts, countFrom, emptyBoxes, filledWithZeros } from '../ui/controls/cash-count.ts';
import { differenceOf } from '../ui/difference.ts';
import { Dialog } from '../ui/controls/dialog.tsx';
import { EmptyBoxesDialog } from '../ui/controls/empty-boxes-dialog.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from './access.module.css';

type Counted = Output<'countHandover'>;

/** A blind count between two operators. Going on without it is one press. */
export function DrawerCount(props: {
  readonly onCounted: (counted: Counted) => void;
  readonly onSkip: () => void;
}): ReactNode {
  const { t, say, refusal } = useWords();
  const { act, pending } = useDo('countHandover');
  const [texts, setTexts] = useState<CountTexts>({});
  const [asking, setAsking] = useState(false);
  const [refused, setRefused] = useState<AllRefusals | null>(null);
  const count = countFrom(texts);
  const started = Object.keys(count).length > 0;
  const check = async (counted: CountTexts): Promise<void> => {
    const answer = await act({ cash: countFrom(counted) });
    if (answer.ok) props.onCounted(answer.value);
    else setRefused(answer.refusal);
  };
  const press = (): void => {
    setRefused(null);
    if (emptyBoxes(texts).length > 0) setAsking(true);
    else void check(texts);
  };
  if (asking)
    return (
      <EmptyBoxesDialog
        empty={emptyBoxes(texts)}
        onClose={() => setAsking(false)}
        onNone={() => {
          const filled = filledWithZeros(texts);
          setTexts(filled);
          setAsking(false);
          void check(filled);
        }}
      />
    );
  return (
    <Dialog
      wide
      title={t('access.drawerCount.title')}
      onClose={props.onSkip}
      actions={
        <>
          <p className={styles['counted']} role="status">
            {t('access.drawerCount.total')} <strong>{say.money(cashCountTotal(count))}</strong>
          </p>
          <Button onPress={props.onSkip} shortcut="Escape">
            {t('access.drawerCount.skip')}
          </Button>
          <Button
            kind="primary"
            why={started ? null : t('closing.count.notCounted')}
            disabled={pending}
            onPress={press}
          >
            {t('access.drawerCount.check')}
          </Button>
        </>
      }
    >
      <p>{t('access.drawerCount.text')}</p>
      {refused && <Notice tone="refuse" sentence={refusal(refused)} live />}
      <CashCountGrid focused texts={texts} onChange={setTexts} />
    </Dialog>
  );
}

/** What the count came to, in words; whoever hands over goes on either way. */
export function CountedNotice({ counted }: { readonly counted: Counted }): ReactNode {
  const { t, say } = useWords();
  const difference = differenceOf(counted.differenceCents);
  return (
    <Notice
      live
      tone={difference.kind === 'same' ? 'good' : 'warn'}
      sentence={{
        text: t(`access.drawerCount.${difference.kind}`, {
          amount: say.money(difference.cents),
          counted: say.money(counted.countedCents),
        }),
        next: t('access.drawerCount.next'),
      }}
    />
  );
}
