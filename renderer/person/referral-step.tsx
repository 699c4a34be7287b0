import { CircleCheckBig } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Day } from '#domain/time.ts';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import { Panel } from '../ui/panel.tsx';
import { type ClaimInHand, type Who, completeClaim } from './flow.ts';
import { PersonSteps } from './person-steps.tsx';
import styles from './person.module.css';
import { ReferralEntry } from './referral-entry.tsx';
import { useReferral } from './use-referral.ts';
import { VerdictCard } from './verdict-card.tsx';

/** The paper or the code of a structure: what it is, what the rules answer, the rights it opens. */
export function ReferralStep(props: {
  readonly who: Who | null;
  readonly inHand: ClaimInHand | null;
  readonly onOpened: (who: Who, until: Day) => void;
  readonly onFindPerson: (claim: ClaimInHand) => void;
  readonly onSkip: (who: Who) => void;
  readonly onBack: () => void;
}): ReactNode {
  const { t, say } = useWords();
  const { who, inHand } = props;
  const referral = useReferral(who?.personId ?? null, completeClaim(inHand));
  const { claim, verdict, until } = referral;
  const title = who ? who.name || t('person.thisPerson') : t('person.referral.title');
  if (who && until)
    return (
      <div className={styles['stepping']}>
        <PersonSteps step="referral" title={title} />
        <Panel
          label={t('person.referral.opened')}
          foot={
            <Button
              big
              wide
              kind="primary"
              onPress={() => props.onOpened({ ...who, standing: 'entitled' }, until)}
            >
              {t('person.referral.toCard')}
            </Button>
          }
        >
          <div className={styles['empty']} role="status">
            <CircleCheckBig size={52} aria-hidden="true" />
            <h2 className={styles['big']}>
              {t('person.rightsUntil')} {say.day(until)}
            </h2>
            <p>
              {claim?.proof === 'letter' ? t('person.referral.letterBack') : t('person.referral.openedText')}
            </p>
          </div>
        </Panel>
      </div>
    );
  return (
    <div className={styles['stepping']}>
      <PersonSteps step="referral" title={title} alone={!who} />
      {verdict && claim ? (
        <VerdictCard
          who={who}
          referral={referral}
          verdict={verdict}
          onFindPerson={() => props.onFindPerson(claim)}
        />
      ) : (
        <ReferralEntry
          inHand={claim ?? inHand}
          referral={referral}
          onBack={props.onBack}
          onSkip={who && who.standing !== 'entitled' ? () => props.onSkip(who) : null}
        />
      )}
    </div>
  );
}
