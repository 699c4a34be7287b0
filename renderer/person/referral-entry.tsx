import { QrCode } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import type { ReferralClaimInput } from '#contract/referral.ts';
import { may } from '#domain/roles.ts';
import { useDesk } from '../app/desk.tsx';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import { Field } from '../ui/controls/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { type ClaimInHand, claimFromTyped } from './flow.ts';
import { type LetterTyped, LetterFields, letterClaim, noLetter } from './letter-fields.tsx';
import styles from './person.module.css';
import { dayFromText } from '../ui/controls/typed-day.ts';
import type { Referral } from './use-referral.ts';

/** A code that is scanned, a number with its date, or a letter: one of the three proofs. */
export function ReferralEntry(props: {
  readonly inHand: ClaimInHand | null;
  readonly referral: Referral;
  readonly onBack: () => void;
  readonly onSkip: (() => void) | null;
}): ReactNode {
  const { t, say, refusal } = useWords();
  const { operator } = useDesk();
  const { inHand, referral } = props;
  const [way, setWay] = useState<'code' | 'letter'>(inHand?.proof === 'letter' ? 'letter' : 'code');
  const [code, setCode] = useState(() => codeOf(inHand));
  const [dateText, setDateText] = useState(() => dateOf(inHand));
  const [letter, setLetter] = useState<LetterTyped>(() =>
    inHand?.proof === 'letter' ? { prescriberId: inHand.prescriberId, referent: inHand.referent } : noLetter,
  );
  const date = useRef<HTMLInputElement>(null);
  const issuedOn = dayFromText(dateText);
  const signed = code.trim().toUpperCase().startsWith('CR1.');
  const claim: ReferralClaimInput | null =
    way === 'code' ? claimFromTyped(code, issuedOn) : letterClaim(letter, issuedOn);
  const verify = (): void => {
    if (claim && !referral.busy) void referral.verify(claim);
  };
  const dateField = (
    <Field
      label={t('person.referral.date')}
      placeholder={t('person.birthHint.day')}
      hint={issuedOn ? say.longDay(issuedOn) : t('person.referral.dateHint')}
      value={dateText}
      onChange={setDateText}
      maxLength={10}
      inputRef={date}
      focused={code !== '' && !signed && way === 'code' && inHand !== null}
      onEnter={verify}
    />
  );
  return (
    <Panel
      label={t('person.steps.referral')}
      foot={
        <div className={styles['buttons']}>
          <Button big shortcut="Escape" onPress={props.onBack}>
            {t('ui.back')}
          </Button>
          {props.onSkip && (
            <Button big onPress={props.onSkip}>
              {t('person.referral.later')}
            </Button>
          )}
          <Button
            big
            wide
            kind="primary"
            why={claim ? null : t(way === 'code' ? 'person.referral.needCode' : 'person.referral.needLetter')}
            disabled={referral.busy}
            onPress={verify}
          >
            {t('person.referral.verify')}
          </Button>
        </div>
      }
    >
      <div className={styles['entry']}>
        <div className={styles['scanHint']}>
          <QrCode size={34} aria-hidden="true" />
          <p>
            <strong>{t('person.referral.scan')}</strong> {t('person.referral.scanText')}
          </p>
        </div>
        <div className={styles['ways']}>
          <Button pressed={way === 'code'} onPress={() => setWay('code')}>
            {t('person.referral.byCode')}
          </Button>
          <Button
            pressed={way === 'letter'}
            why={may(operator, 'seller') ? null : t('person.referral.letterWhy')}
            onPress={() => setWay('letter')}
          >
            {t('person.referral.byLetter')}
          </Button>
        </div>
        {referral.refused && <Notice tone="refuse" sentence={refusal(referral.refused)} live />}
        {way === 'code' ? (
          <div className={styles['pair']}>
            <Field
              label={t('person.referral.code')}
              placeholder="001-00042-17"
              value={code}
              onChange={setCode}
              maxLength={400}
              focused={code === ''}
              onEnter={() => (claim ? verify() : date.current?.focus())}
            />
            {!signed && dateField}
          </div>
        ) : (
          <LetterFields typed={letter} onChange={setLetter} date={dateField} />
        )}
      </div>
    </Panel>
  );
}

const codeOf = (claim: ClaimInHand | null): string =>
  claim?.proof === 'voucher' ? claim.number : claim?.proof === 'signed-code' ? claim.code : '';

const dateOf = (claim: ClaimInHand | null): string =>
  claim && 'issuedOn' in claim ? claim.issuedOn.split('-').toReversed().join('/') : '';
