import type { ReactNode } from 'react';
import type { EnvelopeView } from '#contract/money.ts';
import { useNavigation } from '../app/navigation.tsx';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import { Panel } from '../ui/panel.tsx';
import styles from './money.module.css';
import { type MoneyStep, type Ticked, contentOf, tickedOf, toggled } from './envelopes.ts';

/** The envelopes that wait for the bank; the ticked ones are added up in large figures. */
export function SafePanel(props: {
  readonly envelopes: readonly EnvelopeView[];
  readonly ticked: Ticked;
  readonly onTick: (ticked: Ticked) => void;
  readonly step: MoneyStep;
  readonly onDeposit: () => void;
}): ReactNode {
  const { t, say } = useWords();
  const { home } = useNavigation();
  const { envelopes, ticked, onTick, step } = props;
  const going = tickedOf(envelopes, ticked);
  const every = going.length === envelopes.length;
  const empty = envelopes.length === 0;
  return (
    <Panel
      flush
      label={t('money.money.safe')}
      head={
        <div className={styles['head']}>
          <h2 className={styles['name']}>{t('money.money.safe')}</h2>
          {empty ? (
            <p>
              <strong>{t('money.money.none')}</strong> {t('money.money.noneNext')}
            </p>
          ) : (
            <>
              <p>{t('money.money.how')}</p>
              <Button onPress={() => onTick(new Set(every ? [] : envelopes.map((one) => one.id)))}>
                {t(every ? 'money.money.nothing' : 'money.money.all')}
              </Button>
            </>
          )}
        </div>
      }
      foot={
        <div className={styles['foot']}>
          {!empty && (
            <>
              <p className={styles['line']}>
                <span>{t('money.money.inAll')}</span>
                <strong>{say.money(contentOf(envelopes))}</strong>
              </p>
              <p className={styles['total']} role="status">
                <span>{t('money.money.chosen')}</span>
                <strong>{say.money(contentOf(going))}</strong>
              </p>
            </>
          )}
          <div className={styles['buttons']}>
            <Button
              big
              kind={step === 'leave' && empty ? 'primary' : 'plain'}
              shortcut="Escape"
              onPress={home}
            >
              {t('ui.back')}
            </Button>
            {!empty && (
              <Button
                big
                wide
                kind={step === 'seen' ? 'plain' : 'primary'}
                why={going.length > 0 ? null : t('money.money.needEnvelope')}
                onPress={props.onDeposit}
              >
                {t('money.money.deposit')}
              </Button>
            )}
          </div>
        </div>
      }
    >
      <ul className={styles['list']}>
        {envelopes.map((one) => (
          <li key={one.id}>
            <label className={styles['tickRow']}>
              <input
                type="checkbox"
                className={styles['tick']}
                checked={ticked.has(one.id)}
                onChange={() => onTick(toggled(ticked, one.id))}
              />
              <EnvelopeWords envelope={one} />
            </label>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Where the money of an envelope comes from, what is written on it, and how much it holds. */
export function EnvelopeWords({ envelope }: { readonly envelope: EnvelopeView }): ReactNode {
  const { t, say } = useWords();
  const { id, from, businessDay, at, label, by, cents } = envelope;
  return (
    <>
      <span className={styles['what']}>
        <strong>
          {t(`money.money.from.${from}`, { id, day: say.day(businessDay), moment: say.moment(at) })}
        </strong>
        <span className={styles['soft']}>
          {label ? t('money.money.envelope', { label }) : t('money.money.noLabel')} · {by}
        </span>
      </span>
      <strong className={styles['amount']}>{say.money(cents)}</strong>
    </>
  );
}
