import { type ReactNode, useState } from 'react';
import type { CountResult, StockRow } from '#contract/stock.ts';
import type { UnitKey } from '#domain/ids.ts';
import { useDo } from '../api/api.tsx';
import type { AllRefusals } from '../api/client.ts';
import { useWords } from '../messages/use-words.ts';
import { useAnnouncer } from '../ui/announcer.tsx';
import { Button } from '../ui/controls/button.tsx';
import { grouped } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import styles from './stock.module.css';
import { Tick } from './tested-dialog.tsx';
import { ReasonChoice, type WriteOffReason } from './write-off-dialog.tsx';

/** What the shelf and the stock do not agree on; what is missing may leave the stock, with a reason. */
export function CountResultPanel(props: {
  readonly row: StockRow;
  readonly title: ReactNode;
  readonly result: CountResult;
  readonly onAgain: () => void;
  readonly onDone: () => void;
}): ReactNode {
  const { t, refusal } = useWords();
  const { announce } = useAnnouncer();
  const writeOff = useDo('writeOff');
  const { missing, surplus } = props.result;
  const [kept, setKept] = useState<ReadonlySet<UnitKey>>(new Set());
  const [reason, setReason] = useState<WriteOffReason | null>(null);
  const [refused, setRefused] = useState<AllRefusals | null>(null);
  const leaving = missing.filter((unit) => !kept.has(unit.key));
  const count = leaving.length;

  const finish = async (): Promise<void> => {
    if (count === 0) return props.onDone();
    if (!reason) return undefined;
    for (const unit of leaving) {
      const answer = await writeOff.act({ unitKey: unit.key, reason });
      if (!answer.ok) return setRefused(answer.refusal);
    }
    announce('good', { text: t('stock.counting.outDone', { count }), next: t('stock.counting.outNext') });
    return props.onDone();
  };
  const keep = (key: UnitKey, leave: boolean): void =>
    setKept(new Set(leave ? [...kept].filter((one) => one !== key) : [...kept, key]));
  return (
    <Panel
      label={t('stock.counting.title', { label: props.row.label })}
      head={props.title}
      foot={
        <div className={styles['acts']}>
          <Button big shortcut="Escape" onPress={props.onAgain}>
            {t('stock.counting.again')}
          </Button>
          <Button
            big
            kind="primary"
            why={count > 0 && !reason ? t('stock.out.noReason') : null}
            disabled={writeOff.pending}
            onPress={() => void finish()}
          >
            {count > 0 && t('stock.counting.takeOut', { count })}
            {count === 0 &&
              (missing.length > 0 ? t('stock.counting.takeOutNone') : t('stock.counting.finish'))}
          </Button>
        </div>
      }
    >
      <div className={styles['stack']}>
        <Figures result={props.result} />
        {missing.length + surplus.length === 0 && (
          <Notice
            live
            tone="good"
            sentence={{ text: t('stock.counting.same'), next: t('stock.counting.sameNext') }}
          />
        )}
        {missing.length > 0 && (
          <>
            <h2 className={styles['sub']}>{t('stock.counting.missingTitle', { count: missing.length })}</h2>
            <p>{t('stock.counting.missingText')}</p>
            {count > 0 && <ReasonChoice value={reason} onPick={setReason} />}
            <ul className={styles['missing']}>
              {missing.map((unit) => (
                <li key={unit.key}>
                  <Tick
                    on={!kept.has(unit.key)}
                    label={grouped(unit.text)}
                    onChange={(leave) => keep(unit.key, leave)}
                  />
                </li>
              ))}
            </ul>
          </>
        )}
        {refused && <Notice tone="refuse" sentence={refusal(refused)} live />}
        <Surplus surplus={surplus} />
      </div>
    </Panel>
  );
}

function Figures({ result }: { readonly result: CountResult }): ReactNode {
  const { t, say } = useWords();
  const figures = [
    { name: 'expected', value: result.expected, warn: false },
    { name: 'found', value: result.found, warn: false },
    { name: 'missing', value: result.missing.length, warn: result.missing.length > 0 },
    { name: 'surplus', value: result.surplus.length, warn: result.surplus.length > 0 },
  ] as const;
  return (
    <dl className={styles['figures']}>
      {figures.map(({ name, value, warn }) => (
        <div key={name} className={styles['figure']} data-warn={warn || undefined}>
          <dt>{t(`stock.counting.${name}`)}</dt>
          <dd>{say.number(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Surplus({ surplus }: { readonly surplus: CountResult['surplus'] }): ReactNode {
  const { t } = useWords();
  if (surplus.length === 0) return null;
  return (
    <>
      <h2 className={styles['sub']}>{t('stock.counting.surplusTitle', { count: surplus.length })}</h2>
      <ul className={styles['running']}>
        {surplus.map(({ text, why }) => (
          <li key={text}>
            <div>
              <span className={styles['code']}>{grouped(text)}</span>
              <p>{t(`stock.counting.surplusWhy.${why}`)}</p>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
