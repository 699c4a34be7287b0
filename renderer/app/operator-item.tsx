import { CircleUserRound } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { DeskState } from '#contract/desk.ts';
import type { OperatorView } from '#contract/access.ts';
import { useDo } from '../api/api.tsx';
import type { AllRefusals } from '../api/client.ts';
import { useWords } from '../messages/use-words.ts';
import { TakeOverDialog } from '../access/take-over-dialog.tsx';
import { useAnnouncer } from '../ui/announcer.tsx';
import { Button } from '../ui/controls/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { BarItem } from './bar-item.tsx';
import styles from './frame.module.css';

/** Who holds the till, and how it passes to somebody else or to a training. */
export function OperatorItem({ desk }: { readonly desk: DeskState }): ReactNode {
  const { t } = useWords();
  const [takingOver, setTakingOver] = useState(false);
  const { operator, training } = desk;
  if (!operator) return null;
  return (
    <>
      <BarItem
        raised
        long="shrinks"
        icon={<CircleUserRound size={20} aria-hidden="true" />}
        label={operator.name}
        title={t('frame.operator.title', { name: operator.name })}
        // What happens to the real till is not reached from a training: that is left first.
        renderActions={(close) =>
          training ? null : (
            <Ways
              mayTrain={operator.role !== null && !desk.mustChangePassword}
              onTakeOver={() => {
                close();
                setTakingOver(true);
              }}
            />
          )
        }
      >
        <p className={styles['soft']}>
          <RoleWords operator={operator} />
        </p>
        <p>{t(training ? 'training.operatorText' : 'frame.operator.text')}</p>
      </BarItem>
      {takingOver && <TakeOverDialog onClose={() => setTakingOver(false)} />}
    </>
  );
}

function RoleWords({ operator }: { readonly operator: OperatorView }): ReactNode {
  const { t } = useWords();
  return (
    <>
      {operator.role && t(`frame.operator.roles.${operator.role}`)}
      {operator.role && operator.admin && ', '}
      {operator.admin && t('frame.operator.roles.admin')}
    </>
  );
}

function Ways(props: { readonly mayTrain: boolean; readonly onTakeOver: () => void }): ReactNode {
  const { t, refusal } = useWords();
  const { announce } = useAnnouncer();
  const lock = useDo('lock');
  const signOut = useDo('signOut');
  const train = useDo('startTraining');
  const [refused, setRefused] = useState<AllRefusals | null>(null);
  const start = async (): Promise<void> => {
    const answer = await train.act({});
    if (!answer.ok) return setRefused(answer.refusal);
    return announce('good', { text: t('training.started'), next: t('training.startedNext') });
  };
  return (
    <>
      <Button onPress={() => void lock.act({})}>{t('frame.operator.lock')}</Button>
      <Button onPress={props.onTakeOver}>{t('frame.operator.change')}</Button>
      <Button onPress={() => void signOut.act({})}>{t('frame.operator.signOut')}</Button>
      {props.mayTrain && (
        <>
          <p className={styles['soft']}>{t('frame.operator.trainText')}</p>
          {refused && <Notice tone="refuse" sentence={refusal(refused)} live />}
          <Button disabled={train.pending} onPress={() => void start()}>
            {t('frame.operator.train')}
          </Button>
        </>
      )}
    </>
  );
}
