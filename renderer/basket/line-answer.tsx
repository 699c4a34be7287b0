import { Languages } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { LineView } from '#contract/basket.ts';
import { type Reason, isOfRights, isWarning } from '#domain/reasons.ts';
import { useAsk, useDo } from '../api/api.tsx';
import { useDesk } from '../app/desk.tsx';
import { useNavigation } from '../app/navigation.tsx';
import { useWords } from '../messages/use-words.ts';
import { adviceFor } from '../slip/advice.ts';
import { slipPage } from '../slip/page.ts';
import { PaperDialog } from '../slip/paper-dialog.tsx';
import { useAnnouncer } from '../ui/announcer.tsx';
import { ApprovalDialog } from '../ui/controls/approval-dialog.tsx';
import { Button } from '../ui/controls/button.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from './basket-column.module.css';

interface Props {
  readonly line: LineView;
  readonly locked: boolean;
  readonly leads: boolean;
  readonly onRemove: () => void;
  readonly onOptions: () => void;
  readonly onFindPerson: () => void;
}

/** What the rules say of a line, in words, with its own ways out. */
export function LineAnswer(props: Props): ReactNode {
  const { reason } = useWords();
  const { line } = props;
  const team = useAsk('signInChoices', {}).data ?? [];
  // Records carry an operator's code; the desk knows people by their names.
  const named = (one: Reason): Reason =>
    one.code === 'overridden'
      ? { ...one, approver: team.find((member) => member.code === one.approver)?.name ?? one.approver }
      : one;
  const refused = line.verdict === 'refused';
  // A warning beside a refusal would only be noise: the refusal is what must be settled.
  const said = refused ? line.reasons.filter((one) => !isWarning(one)) : line.reasons;
  return (
    <div className={styles['answer']}>
      <Notice tone={refused && !said.every(isOfRights) ? 'refuse' : 'warn'}>
        {said.map((one) => {
          const sentence = reason(named(one));
          return (
            <p key={one.code}>
              <strong>{sentence.text}</strong> {sentence.next}
            </p>
          );
        })}
        {refused && !props.locked && <Ways {...props} />}
      </Notice>
    </div>
  );
}

const referralCodes = new Set([
  'entitlement-needed',
  'entitlement-ended',
  'walk-in-used',
  'walk-in-other-family',
]);

function Ways(props: Props): ReactNode {
  const { t, say } = useWords();
  const { line, leads } = props;
  const { go } = useNavigation();
  const { announceRefusal } = useAnnouncer();
  const personId = useAsk('basket', {}).data?.person?.personId;
  const replace = useDo('replaceLine');
  const override = useDo('overrideLine');
  const [asking, setAsking] = useState(false);
  const [giving, setGiving] = useState(false);
  const { site } = useDesk();
  const codes = new Set<string>(line.reasons.map((one) => one.code));
  const { alternative } = line;
  const putInstead = async (): Promise<void> => {
    if (!alternative) return;
    const answer = await replace.act({ lineId: line.lineId, sku: alternative.sku });
    if (!answer.ok) announceRefusal(answer.refusal);
  };
  const kind = leads ? 'primary' : 'plain';
  const needsReferral = personId !== undefined && [...referralCodes].some((code) => codes.has(code));
  const advice = adviceFor(line.reasons);
  const replaceable = line.replacementReasons.length > 0 && codes.has('quota-exceeded') && !line.replacement;
  return (
    <div className={styles['ways']}>
      <Button kind="refuse" onPress={props.onRemove}>
        {t('basket.basket.removeIt')}
      </Button>
      {line.canOverride && <Button onPress={() => setAsking(true)}>{t('basket.basket.override')}</Button>}
      {replaceable && <Button onPress={props.onOptions}>{t('basket.basket.replace')}</Button>}
      {codes.has('person-needed') && (
        <Button kind={kind} shortcut="F2" onPress={props.onFindPerson}>
          {t('basket.basket.findPerson')}
        </Button>
      )}
      {needsReferral && (
        <Button kind={kind} onPress={() => go({ at: 'persons', personId })}>
          {t('basket.person.verify')}
        </Button>
      )}
      {alternative && (
        <Button
          kind={kind}
          {...(leads && { shortcut: 'F12' as const })}
          disabled={replace.pending}
          onPress={() => void putInstead()}
        >
          {t('basket.basket.putInstead', {
            label: alternative.label,
            price: say.money(alternative.priceCents),
          })}
        </Button>
      )}
      {advice && site && (
        <Button icon={<Languages size={18} aria-hidden="true" />} onPress={() => setGiving(true)}>
          {t('slip.button')}
        </Button>
      )}
      {giving && advice && site && (
        <PaperDialog
          kind="slip"
          pageIn={(language) => slipPage(advice, site, language)}
          onClose={() => setGiving(false)}
        />
      )}
      {asking && (
        <ApprovalDialog
          title={t('basket.basket.overrideTitle', { label: line.label })}
          askReason
          onClose={() => setAsking(false)}
          onApprove={async (approval, reason) => {
            const answer = await override.act({ lineId: line.lineId, reason, approval });
            return answer.ok ? null : answer.refusal;
          }}
        />
      )}
    </div>
  );
}
