import { Search } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { PrescriberChoice } from '#contract/referral.ts';
import type { Cents } from '#domain/money.ts';
import { useAsk } from '../api/api.tsx';
import { useKey } from '../keys/keys.tsx';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import { Field } from '../ui/controls/field.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from './sale.module.css';
import type { Payment } from './use-payment.ts';

const most = 5;

/** A structure pays later: which one, and the number of its undertaking. */
export function StructureStep(props: {
  readonly payment: Payment;
  readonly cents: Cents;
  readonly onDone?: () => void;
  /** Back to the amounts, where this is one part of several. */
  readonly onBack?: () => void;
}): ReactNode {
  const { t, say } = useWords();
  const { payment, cents } = props;
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<PrescriberChoice | null>(null);
  const [commitment, setCommitment] = useState('');
  const { data: all = [] } = useAsk('prescribers', {});
  const found = text.trim() === '' ? [] : all.filter((one) => matches(one.name, text)).slice(0, most);
  useKey('Escape', props.onBack ?? null);
  const ready = chosen !== null && commitment.trim() !== '';
  const pay = async (): Promise<void> => {
    if (!chosen || !ready) return;
    await payment.add({
      kind: 'structureCredit',
      cents,
      prescriberId: chosen.id,
      commitment: commitment.trim(),
    });
    props.onDone?.();
  };
  return (
    <>
      <div className={styles['step']}>
        {chosen ? (
          <div className={styles['chosen']}>
            <strong>{chosen.name}</strong>
            <Button onPress={() => setChosen(null)}>{t('sale.structure.change')}</Button>
          </div>
        ) : (
          <>
            <Field
              label={t('sale.structure.which')}
              placeholder={t('sale.structure.search')}
              icon={<Search size={20} aria-hidden="true" />}
              value={text}
              onChange={setText}
              focused
              maxLength={80}
              onEnter={() => found[0] && setChosen(found[0])}
            />
            {text.trim() !== '' && found.length === 0 && (
              <Notice tone="info">{t('sale.structure.noneFound')}</Notice>
            )}
            {found.map((one) => (
              <Button key={one.id} wide onPress={() => setChosen(one)}>
                {one.name}
              </Button>
            ))}
          </>
        )}
        {chosen && (
          <Field
            label={t('sale.structure.commitment')}
            hint={t('sale.structure.commitmentHint')}
            value={commitment}
            onChange={setCommitment}
            focused
            maxLength={60}
            onEnter={() => void pay()}
          />
        )}
      </div>
      <div className={styles['end']}>
        {props.onBack && (
          <Button wide onPress={props.onBack}>
            {t('ui.back')}
          </Button>
        )}
        <Button
          big
          wide
          kind="primary"
          why={ready ? null : t('sale.structure.needs')}
          disabled={payment.busy}
          onPress={() => void pay()}
        >
          {t('sale.structure.finish', { amount: say.money(cents) })}
        </Button>
      </div>
    </>
  );
}

const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

const matches = (name: string, text: string): boolean => {
  const words = folded(text).split(/\s+/).filter(Boolean);
  return words.every((word) => folded(name).includes(word));
};
