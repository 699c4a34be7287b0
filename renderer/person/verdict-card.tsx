import { CircleCheck, OctagonX, Phone, TriangleAlert } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { ReferralView } from '#contract/referral.ts';
import { isOverridable, isWarning } from '#domain/reasons.ts';
import type { AllRefusals } from '../api/client.ts';
import { useWords } from '../messages/use-words.ts';
import { ApprovalDialog } from '../ui/controls/approval-dialog.tsx';
import { Button } from '../ui/controls/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import type { Who } from './flow.ts';
import own from './verdict-card.module.css';
import styles from './person.module.css';
import type { Referral } from './use-referral.ts';
import { type Sell, useSell } from './use-sell.tsx';

const icons = { accepted: CircleCheck, 'accepted-with-warnings': TriangleAlert, refused: OctagonX } as const;

interface Props {
  readonly who: Who | null;
  readonly referral: Referral;
  readonly verdict: ReferralView;
  readonly onFindPerson: () => void;
}

/** What the rules answer, each reason with its next step, and every way on. */
export function VerdictCard(props: Props): ReactNode {
  const { t } = useWords();
  const { who, referral, verdict } = props;
  const { refused } = referral;
  const [approving, setApproving] = useState(false);
  const sale = useSell();
  const renewal = refused?.kind === 'renewal-refused' ? refused : null;
  const override = renewal ? isOverridable(renewal.reason) : verdict.canOverride;
  return (
    <Panel
      label={t('person.verdict.title')}
      foot={
        <div className={styles['buttons']}>
          <Button big shortcut="Escape" onPress={referral.forget}>
            {t('person.verdict.back')}
          </Button>
          {who && override && (
            <Button big onPress={() => setApproving(true)}>
              {t('person.verdict.override')}
            </Button>
          )}
          {who && verdict.askRetype && verdict.offerWalkIn && !sale.why && (
            <Button big disabled={sale.pending} onPress={() => sale.sell(who.personId)}>
              {t('person.verdict.walkIn')}
            </Button>
          )}
          <WayOn {...props} sale={sale} stopped={renewal !== null} />
        </div>
      }
    >
      <VerdictWords verdict={verdict} refused={refused} />
      {approving && (
        <ApprovalDialog
          askReason
          title={t('person.verdict.overrideTitle')}
          onClose={() => setApproving(false)}
          onApprove={async (approval, why): Promise<AllRefusals | null> =>
            referral.open({ approval, reason: why })
          }
        />
      )}
      {sale.question}
    </Panel>
  );
}

function VerdictWords(props: {
  readonly verdict: ReferralView;
  readonly refused: AllRefusals | null;
}): ReactNode {
  const { t, reason, refusal } = useWords();
  const { verdict, refused } = props;
  const Icon = icons[verdict.verdict];
  return (
    <>
      <div className={own['verdict']} data-verdict={verdict.verdict} role="status">
        <Icon size={40} aria-hidden="true" />
        <h2>{t(`person.verdict.${verdict.verdict}`)}</h2>
      </div>
      <div className={styles['entry']}>
        {verdict.prescriber && (
          <p className={own['structure']}>
            <strong>{verdict.prescriber.name}</strong>
            <span>
              <Phone size={18} aria-hidden="true" /> {verdict.prescriber.phone}
            </span>
          </p>
        )}
        {told(verdict).map((one) => (
          <Notice key={one.code} tone={isWarning(one) ? 'warn' : 'refuse'} sentence={reason(one)} />
        ))}
        {refused && refused.kind !== 'referral-refused' && (
          <Notice tone="refuse" sentence={refusal(refused)} live />
        )}
        {verdict.verdict !== 'refused' && verdict.reasons.length === 0 && <p>{t('person.verdict.fine')}</p>}
      </div>
    </>
  );
}

/** A refused letter was not accepted under reserve either. */
const told = (verdict: ReferralView): ReferralView['reasons'] =>
  verdict.verdict === 'refused'
    ? verdict.reasons.filter((one) => one.code !== 'referral-under-reserve')
    : verdict.reasons;

const isSomebodyElses = ({ reasons }: ReferralView): boolean =>
  reasons.some((one) => one.code === 'referral-other-person');

/** The one next step of a verdict; what was already used is first read again. */
function WayOn(props: Props & { readonly sale: Sell; readonly stopped: boolean }): ReactNode {
  const { t } = useWords();
  const { who, referral, verdict, sale } = props;
  if (!who && verdict.verdict !== 'refused')
    return (
      <Button big wide kind="primary" onPress={props.onFindPerson}>
        {t('person.verdict.findPerson')}
      </Button>
    );
  if (who && verdict.verdict !== 'refused' && !props.stopped)
    return (
      // The paper may be somebody else's: Enter, pressed out of habit, does not decide it.
      <Button
        big
        wide
        kind={isSomebodyElses(verdict) ? 'plain' : 'primary'}
        disabled={referral.busy}
        onPress={() => void referral.open(null)}
      >
        {t('person.verdict.open')}
      </Button>
    );
  if (who && verdict.offerWalkIn && !sale.why && !verdict.askRetype)
    return (
      <Button big wide kind="primary" disabled={sale.pending} onPress={() => sale.sell(who.personId)}>
        {t('person.verdict.walkIn')}
      </Button>
    );
  return (
    <Button big wide kind="primary" onPress={referral.forget}>
      {t(verdict.askRetype ? 'person.verdict.retype' : 'person.verdict.another')}
    </Button>
  );
}
