import { Ban, Check, CircleHelp, type LucideIcon, TriangleAlert } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useKey } from '../keys/keys.tsx';
import { useWords } from '../messages/use-words.ts';
import { type Taken, useScanTarget, useScanner } from '../scanning/listening.tsx';
import { Button } from '../ui/controls/button.tsx';
import { grouped } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { Pill, type PillTone } from '../ui/pill.tsx';
import type { ReceivingProps } from './receiving.ts';
import { ScanEntry, entryWordsFor } from './scan-entry.tsx';
import { isOfPerson } from './scanned-unit.ts';
import styles from './stock.module.css';
import { type Entry, type Outcome, useReceiving } from './use-receiving.ts';

export function ReceiveOneByOne(props: ReceivingProps): ReactNode {
  const { t } = useWords();
  const { sounds } = useScanner();
  const { row, provenance } = props;
  const { entries, receivedCount, toConfirm, take, confirm } = useReceiving(row, provenance);
  const [donorAsked, setDonorAsked] = useState(false);
  const noDonor = donorAsked && provenance.donor === null;

  const enter = async (readings: readonly string[]): Promise<Taken> => {
    setDonorAsked(provenance.donor === null);
    return provenance.donor === null ? 'no' : take(readings);
  };
  useScanTarget(({ readings }) => (isOfPerson(readings) ? 'pass' : enter(readings)));

  useKey('Escape', props.onDone);
  const words = entryWordsFor(row);
  return (
    <Panel
      label={t('stock.receiving.title', { label: row.label })}
      head={props.title}
      foot={
        <div className={styles['acts']}>
          <Button
            big
            wide
            kind={toConfirm || entries.length === 0 ? 'plain' : 'primary'}
            {...(entries.length === 0 ? { shortcut: 'Escape' as const } : {})}
            onPress={props.onDone}
          >
            {entries.length === 0 ? t('ui.back') : t('stock.receiving.finish')}
          </Button>
        </div>
      }
    >
      <div className={styles['stack']}>
        {props.above}
        <ScanEntry
          label={t(words.label)}
          hint={t(words.hint)}
          tally={receivedCount}
          tallyWord={t('stock.receiving.tally', { count: receivedCount })}
          onText={(text) => void enter([text]).then((taken) => taken !== 'pass' && sounds[taken]())}
        />
        {noDonor && (
          <Notice
            live
            tone="warn"
            sentence={{ text: t('stock.receiving.noDonor'), next: t('stock.receiving.noDonorNext') }}
          />
        )}
        {toConfirm && <Compare key={toConfirm.id} entry={toConfirm} onAnswer={confirm} />}
        {entries.length > 0 && (
          <ul className={styles['running']} aria-label={t('stock.receiving.list')} aria-live="polite">
            {entries.map((entry) => (
              <EntryRow key={entry.id} entry={entry} />
            ))}
          </ul>
        )}
      </div>
    </Panel>
  );
}

/** A number whose check digit decides nothing: a human looks at the card. */
function Compare(props: {
  readonly entry: Entry;
  readonly onAnswer: (entry: Entry, same: boolean) => Promise<void>;
}): ReactNode {
  const { t } = useWords();
  const { entry, onAnswer } = props;
  return (
    <Notice
      live
      tone="warn"
      sentence={{
        text: t('stock.receiving.confirm', { text: grouped(entry.text) }),
        next: t('stock.receiving.confirmNext'),
      }}
      action={
        <>
          <Button onPress={() => void onAnswer(entry, false)}>{t('stock.receiving.notSame')}</Button>
          <Button kind="primary" onPress={() => void onAnswer(entry, true)}>
            {t('stock.receiving.same')}
          </Button>
        </>
      }
    />
  );
}

type OutcomeWord = 'received' | 'confirmPill' | 'notReceived' | 'already' | 'refusedPill';
const looks: Readonly<
  Record<Outcome['kind'], { readonly tone: PillTone; readonly icon: LucideIcon; readonly word: OutcomeWord }>
> = {
  received: { tone: 'good', icon: Check, word: 'received' },
  'to-confirm': { tone: 'warn', icon: CircleHelp, word: 'confirmPill' },
  'not-the-same': { tone: 'off', icon: Ban, word: 'notReceived' },
  'already-here': { tone: 'warn', icon: TriangleAlert, word: 'already' },
  refused: { tone: 'refuse', icon: Ban, word: 'refusedPill' },
};

function EntryRow({ entry }: { readonly entry: Entry }): ReactNode {
  const { t, refusal } = useWords();
  const { outcome } = entry;
  const look = looks[outcome.kind];
  const why =
    outcome.kind === 'already-here'
      ? t(`stock.receiving.alreadyHere.${outcome.status}`)
      : outcome.kind === 'refused'
        ? Object.values(refusal(outcome.refusal)).join(' ')
        : null;
  return (
    <li>
      <Pill tone={look.tone} icon={look.icon}>
        {t(`stock.receiving.${look.word}`)}
      </Pill>
      <div>
        <span className={styles['code']}>{grouped(entry.text)}</span>
        {why && <p>{why}</p>}
      </div>
    </li>
  );
}
