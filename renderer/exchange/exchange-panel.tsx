import { CloudUpload, FileInput } from 'lucide-react';
import { type ReactNode, useContext, useRef, useState } from 'react';
import type { BatchView } from '#contract/exchange.ts';
import { useDo } from '../api/api.tsx';
import type { AllRefusals } from '../api/client.ts';
import { useDesk } from '../app/desk.tsx';
import type { Sentence } from '../messages/sentence.ts';
import { TimeZoneContext } from '../messages/time-zone.ts';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import { Notice, type Tone } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { isOnItsWay, referenceAge } from './batch-words.ts';
import styles from './exchange.module.css';
import { base64Of } from '../ui/files.ts';
import { useSendsNothing } from './use-sends-nothing.ts';

interface Said {
  readonly tone: Tone;
  readonly sentence: Sentence;
}

/** The exchange as a whole: send now, take in an answer carried by hand, the prices in force. */
export function ExchangePanel({ batches }: { readonly batches: readonly BatchView[] }): ReactNode {
  const { t, say, refusal } = useWords();
  const { exchange } = useDesk();
  const send = useDo('sendNow');
  const [said, setSaid] = useState<Said | null>(null);
  const sendsNothing = useSendsNothing();
  const left = batches.filter((batch) => isOnItsWay(batch.state)).length;
  const stuck = batches.filter((batch) => !isOnItsWay(batch.state) && batch.state !== 'accepted').length;
  const sendAll = async (): Promise<void> => {
    setSaid(null);
    const answer = await send.act({});
    if (!answer.ok) return setSaid(unsent(answer.refusal, refusal(answer.refusal)));
    const { sent, waiting } = answer.value;
    return setSaid({
      tone: 'good',
      sentence: {
        text: sent > 0 ? t('exchange.sent', { count: sent }) : t('exchange.nothingToSend'),
        next: waiting > 0 ? t('exchange.stillWaiting', { count: waiting }) : t('exchange.allSent'),
      },
    });
  };
  return (
    <Panel
      readable
      label={t('exchange.title')}
      foot={
        <div className={styles['acts']}>
          <AnswerImport onSaid={setSaid} />
          <Button
            big
            wide
            kind="primary"
            icon={<CloudUpload size={20} aria-hidden="true" />}
            why={sendsNothing ? t('exchange.demo.why') : null}
            disabled={send.pending}
            onPress={() => void sendAll()}
          >
            {send.pending ? t('exchange.sending') : t('exchange.sendNow')}
          </Button>
        </div>
      }
    >
      <div className={styles['stack']}>
        <h1 className={styles['title']}>{t('exchange.title')}</h1>
        <p className={styles['big']}>
          {left > 0 ? t('exchange.left', { count: left }) : t('exchange.noneLeft')}
        </p>
        {stuck > 0 && <Notice tone="warn">{t('exchange.stuck', { count: stuck })}</Notice>}
        {said && <Notice live tone={said.tone} sentence={said.sentence} />}
        {sendsNothing && (
          <Notice tone="info" sentence={{ text: t('exchange.demo.text'), next: t('exchange.demo.next') }} />
        )}
        {left > 0 && !sendsNothing && <p className={styles['soft']}>{t('exchange.calm')}</p>}
        {exchange.lastContactAt && (
          <p className={styles['soft']}>
            {t('exchange.lastContact', { moment: say.moment(exchange.lastContactAt) })}
          </p>
        )}
        <Reference />
      </div>
    </Panel>
  );
}

/** No network is an ordinary day, told calmly; anything else is a refusal. */
const unsent = (refused: AllRefusals, sentence: Sentence): Said => ({
  tone: refused.kind === 'headquarters-unreachable' || refused.kind === 'no-headquarters' ? 'info' : 'refuse',
  sentence,
});

function AnswerImport({ onSaid }: { readonly onSaid: (said: Said) => void }): ReactNode {
  const { t, say, refusal } = useWords();
  const { act, pending } = useDo('importAnswer');
  const input = useRef<HTMLInputElement>(null);
  const take = async (file: File): Promise<void> => {
    const answer = await act({ base64: base64Of(new Uint8Array(await file.arrayBuffer())) });
    if (!answer.ok) return onSaid({ tone: 'refuse', sentence: refusal(answer.refusal) });
    const { acknowledged, referenceNumber } = answer.value;
    return onSaid({
      tone: 'good',
      sentence: {
        text: t('exchange.import.done', { count: acknowledged }),
        next: referenceNumber
          ? t('exchange.import.reference', { number: say.number(referenceNumber) })
          : t('exchange.import.noReference'),
      },
    });
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        className={styles['file']}
        aria-label={t('exchange.import.button')}
        tabIndex={-1}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          // The same file chosen twice must count as a new choice.
          event.currentTarget.value = '';
          if (file) void take(file);
        }}
      />
      <Button
        wide
        icon={<FileInput size={20} aria-hidden="true" />}
        disabled={pending}
        onPress={() => input.current?.click()}
      >
        {t('exchange.import.button')}
      </Button>
    </>
  );
}

function Reference(): ReactNode {
  const { t, say } = useWords();
  const { exchange, now } = useDesk();
  const age = referenceAge(exchange.referencePublishedAt, now, useContext(TimeZoneContext));
  const number = say.number(exchange.referenceNumber);
  return (
    <>
      <h2 className={styles['sub']}>{t('exchange.reference.title')}</h2>
      <p>
        {age
          ? t('exchange.reference.text', { number, day: say.day(age.on) })
          : t('exchange.reference.undated', { number })}
      </p>
      {age?.old && (
        <Notice
          tone="warn"
          sentence={{
            text: t('exchange.reference.old', { count: age.days }),
            next: t('exchange.reference.oldNext'),
          }}
        />
      )}
    </>
  );
}
