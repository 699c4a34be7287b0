import { ArrowUpDown } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { type IccidRangeReason, iccidRange } from '#domain/identifiers.ts';
import { useDo } from '../api/api.tsx';
import type { AllRefusals } from '../api/client.ts';
import { useWords } from '../messages/use-words.ts';
import { useScanTarget } from '../scanning/listening.tsx';
import { Button } from '../ui/controls/button.tsx';
import { Field } from '../ui/controls/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import type { ReceivingProps } from './receiving.ts';
import { isOfPerson } from './scanned-unit.ts';
import styles from './stock.module.css';

/** A closed box of cards, by its first and last number; how many that makes is said before anything is received. */
export function ReceiveBox(props: ReceivingProps): ReactNode {
  const { t, refusal } = useWords();
  const { act, pending } = useDo('receiveRange');
  const [first, setFirst] = useState('');
  const [last, setLast] = useState('');
  const [done, setDone] = useState<{ received: number; alreadyHere: number } | null>(null);
  const [refused, setRefused] = useState<AllRefusals | null>(null);
  const both = first.trim() !== '' && last.trim() !== '';
  const range = both ? iccidRange(first, last) : null;
  const { donor, tested, wiped } = props.provenance;

  useScanTarget(({ readings }) => {
    if (isOfPerson(readings)) return 'pass';
    if (both) return 'no';
    setDone(null);
    (first.trim() === '' ? setFirst : setLast)(readings[0] ?? '');
    return 'yes';
  });

  const receive = async (): Promise<void> => {
    if (!range?.ok || donor === null) return;
    const answer = await act({ sku: props.row.sku, first, last, provenance: { donor, tested, wiped } });
    setRefused(answer.ok ? null : answer.refusal);
    if (!answer.ok) return;
    setDone(answer.value);
    setFirst('');
    setLast('');
  };
  const why =
    donor === null
      ? t('stock.receiving.noDonorShort')
      : !range
        ? t('stock.receiving.boxMissing')
        : range.ok
          ? null
          : t('stock.receiving.boxWrong');
  return (
    <Panel
      label={t('stock.receiving.title', { label: props.row.label })}
      head={props.title}
      foot={
        <div className={styles['acts']}>
          <Button big shortcut="Escape" onPress={props.onDone}>
            {done ? t('stock.receiving.finish') : t('ui.back')}
          </Button>
          <Button big kind="primary" why={why} disabled={pending} onPress={() => void receive()}>
            {range?.ok
              ? t('stock.receiving.boxReceive', { count: range.value.length })
              : t('stock.receiving.boxReceiveNone')}
          </Button>
        </div>
      }
    >
      <div className={styles['stack']}>
        {props.above}
        <div className={styles['pair']}>
          <Field
            label={t('stock.receiving.boxFirst')}
            hint={t('stock.receiving.boxHint')}
            inputMode="numeric"
            maxLength={30}
            value={first}
            onChange={setFirst}
          />
          <Field
            label={t('stock.receiving.boxLast')}
            inputMode="numeric"
            maxLength={30}
            value={last}
            onChange={setLast}
          />
        </div>
        {range?.ok && (
          <Notice
            live
            tone="info"
            sentence={{
              text: t('stock.receiving.boxCount', { count: range.value.length }),
              next: t('stock.receiving.boxCountNext'),
            }}
          />
        )}
        {range && !range.ok && (
          <RangeRefused
            reason={range.refusal.reason}
            onSwap={() => {
              setFirst(last);
              setLast(first);
            }}
          />
        )}
        {refused && <Notice tone="refuse" sentence={refusal(refused)} live />}
        {done && <Received {...done} />}
      </div>
    </Panel>
  );
}

function RangeRefused(props: { readonly reason: IccidRangeReason; readonly onSwap: () => void }): ReactNode {
  const { t } = useWords();
  const { reason, onSwap } = props;
  return (
    <Notice
      live
      tone="refuse"
      action={
        reason === 'last-before-first' && (
          <Button icon={<ArrowUpDown size={20} aria-hidden="true" />} onPress={onSwap}>
            {t('stock.receiving.swap')}
          </Button>
        )
      }
    >
      {t(`stock.receiving.range.${reason}`)}
    </Notice>
  );
}

function Received(props: { readonly received: number; readonly alreadyHere: number }): ReactNode {
  const { t } = useWords();
  const { received, alreadyHere } = props;
  const already = alreadyHere > 0 ? t('stock.receiving.boxAlready', { count: alreadyHere }) : '';
  return (
    <Notice
      live
      tone="good"
      sentence={{
        text: `${t('stock.receiving.boxDone', { count: received })} ${already}`,
        next: t('stock.receiving.boxNext'),
      }}
    />
  );
}
