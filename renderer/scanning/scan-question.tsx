import type { ReactNode } from 'react';
import type { ScanOutcome } from '#contract/basket.ts';
import type { Sku } from '#domain/ids.ts';
import { useAsk, useDo } from '../api/api.tsx';
import { useNavigation } from '../app/navigation.tsx';
import { useWords } from '../messages/use-words.ts';
import { useAnnouncer } from '../ui/announcer.tsx';
import { Button } from '../ui/controls/button.tsx';
import { Dialog } from '../ui/controls/dialog.tsx';
import { grouped } from '../ui/format.ts';
import styles from './scan-question.module.css';

/** What a scan could not settle alone. */
export type Question = Extract<
  ScanOutcome,
  { to: 'ask-hold' | 'ask-recall' | 'confirm-unit' | 'choose-product' }
>;

interface Props<Q extends Question> {
  readonly question: Q;
  readonly onDone: () => void;
}

export function ScanQuestion({ question, onDone }: Props<Question>): ReactNode {
  switch (question.to) {
    case 'ask-hold':
      return <AskHold question={question} onDone={onDone} />;
    case 'ask-recall':
      return <AskRecall question={question} onDone={onDone} />;
    case 'confirm-unit':
      return <ConfirmUnit question={question} onDone={onDone} />;
    case 'choose-product':
      return <ChooseProduct question={question} onDone={onDone} />;
  }
}

function AskHold({ question, onDone }: Props<Extract<Question, { to: 'ask-hold' }>>): ReactNode {
  const { t } = useWords();
  const { home } = useNavigation();
  const { announceRefusal } = useAnnouncer();
  const choose = useDo('choosePerson');
  const hold = async (): Promise<void> => {
    const answer = await choose.act({ personId: question.personId, holdFirst: true });
    onDone();
    if (!answer.ok) return announceRefusal(answer.refusal);
    return home();
  };
  return (
    <Dialog
      title={t('scanning.holdTitle', { who: question.who })}
      onClose={onDone}
      actions={
        <>
          <Button onPress={onDone} shortcut="Escape">
            {t('scanning.holdNo')}
          </Button>
          <Button kind="primary" onPress={() => void hold()} disabled={choose.pending}>
            {t('scanning.holdYes')}
          </Button>
        </>
      }
    >
      <p>{t('scanning.holdText')}</p>
    </Dialog>
  );
}

function AskRecall({ question, onDone }: Props<Extract<Question, { to: 'ask-recall' }>>): ReactNode {
  const { t } = useWords();
  const { home } = useNavigation();
  const { announceRefusal } = useAnnouncer();
  const recall = useDo('recallBasket');
  const choose = useDo('choosePerson');
  const take = async (held: boolean): Promise<void> => {
    const answer = held
      ? await recall.act({ saleId: question.saleId })
      : await choose.act({ personId: question.personId, holdFirst: false });
    onDone();
    if (!answer.ok) return announceRefusal(answer.refusal);
    return home();
  };
  const busy = recall.pending || choose.pending;
  return (
    <Dialog
      title={t('scanning.recallTitle', { who: question.who })}
      onClose={onDone}
      actions={
        <>
          <Button onPress={() => void take(false)} disabled={busy}>
            {t('scanning.recallNo')}
          </Button>
          <Button kind="primary" onPress={() => void take(true)} disabled={busy}>
            {t('scanning.recallYes')}
          </Button>
        </>
      }
    >
      <p>{t('scanning.recallText')}</p>
    </Dialog>
  );
}

/** Adds a unit once a human has looked at it. */
function useAddUnit(text: string, onDone: () => void): { add: (sku: Sku) => void; pending: boolean } {
  const { home } = useNavigation();
  const { announceRefusal } = useAnnouncer();
  const { act, pending } = useDo('addUnit');
  const add = async (sku: Sku): Promise<void> => {
    const answer = await act({ sku, text });
    onDone();
    if (!answer.ok) return announceRefusal(answer.refusal);
    return home();
  };
  return { add: (sku) => void add(sku), pending };
}

function ConfirmUnit({ question, onDone }: Props<Extract<Question, { to: 'confirm-unit' }>>): ReactNode {
  const { t } = useWords();
  const { add, pending } = useAddUnit(question.text, onDone);
  return (
    <Dialog
      title={t('scanning.confirmTitle')}
      onClose={onDone}
      actions={
        <>
          <Button onPress={onDone} shortcut="Escape">
            {t('scanning.confirmNo')}
          </Button>
          <Button kind="primary" onPress={() => add(question.sku)} disabled={pending}>
            {t('scanning.confirmYes')}
          </Button>
        </>
      }
    >
      <p>{t('scanning.confirmText')}</p>
      <p className={styles['code']}>{grouped(question.text)}</p>
    </Dialog>
  );
}

function ChooseProduct({ question, onDone }: Props<Extract<Question, { to: 'choose-product' }>>): ReactNode {
  const { t } = useWords();
  const tiles = useAsk('tiles', {}).data ?? [];
  const { add, pending } = useAddUnit(question.text, onDone);
  return (
    <Dialog title={t('scanning.chooseTitle')} onClose={onDone}>
      <p>{t('scanning.chooseText')}</p>
      <p className={styles['code']}>{grouped(question.text)}</p>
      <div className={styles['choices']}>
        {question.skus.map((sku) => (
          <Button key={sku} wide onPress={() => add(sku)} disabled={pending}>
            {tiles.find((tile) => tile.sku === sku)?.label ?? sku}
          </Button>
        ))}
      </div>
    </Dialog>
  );
}
