import { CircleCheckBig, ScanBarcode } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { TicketDocument } from '#paper/document.ts';
import { readMemberCard } from '#domain/identifiers.ts';
import type { MemberCard } from '#domain/ids.ts';
import type { Day } from '#domain/time.ts';
import { useDo } from '../api/api.tsx';
import type { AllRefusals } from '../api/client.ts';
import { useDesk } from '../app/desk.tsx';
import { useNavigation } from '../app/navigation.tsx';
import { useWords } from '../messages/use-words.ts';
import { useScanTarget } from '../scanning/listening.tsx';
import { Button } from '../ui/controls/button.tsx';
import { grouped } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { TicketPreview } from '../ui/ticket-preview.tsx';
import type { Who } from './flow.ts';
import { PersonSteps } from './person-steps.tsx';
import styles from './person.module.css';
import { useSell } from './use-sell.tsx';

/** A card for the person: a blank one that is scanned, or one that the ticket printer makes. */
export function CardStep(props: {
  readonly who: Who;
  readonly until: Day | null;
  readonly inHand: MemberCard | null;
  readonly onGiven: (who: Who) => void;
  readonly onBack: () => void;
}): ReactNode {
  const { t, say, refusal } = useWords();
  const { home } = useNavigation();
  const { printer } = useDesk();
  const { who, until, inHand } = props;
  const give = useDo('giveCard');
  const { sell, pending, why, question } = useSell();
  const [given, setGiven] = useState<MemberCard | null>(null);
  const [paper, setPaper] = useState<TicketDocument | null>(null);
  const [refused, setRefused] = useState<AllRefusals | null>(null);
  const giveIt = async (card: string | null): Promise<boolean> => {
    const answer = await give.act({ personId: who.personId, card });
    setRefused(answer.ok ? null : answer.refusal);
    if (!answer.ok) return false;
    setGiven(answer.value.card);
    setPaper(answer.value.document);
    props.onGiven({ ...who, card: answer.value.card });
    return true;
  };
  useScanTarget(
    given
      ? null
      : async ({ readings }) => {
          const card = readings.find((one) => readMemberCard(one).ok);
          if (!card) return 'pass';
          return (await giveIt(card)) ? 'yes' : 'no';
        },
  );
  return (
    <div className={styles['stepping']}>
      <PersonSteps step="card" title={who.name || t('person.thisPerson')}>
        {until && (
          <div className={styles['below']}>
            <Notice tone="good">
              <p>
                {t('person.rightsUntil')} <strong>{say.day(until)}</strong>
              </p>
            </Notice>
          </div>
        )}
      </PersonSteps>
      <Panel
        label={t('person.steps.card')}
        foot={
          <div className={styles['buttons']}>
            <Button big shortcut="Escape" onPress={props.onBack}>
              {t('ui.back')}
            </Button>
            {given || !inHand ? (
              <Button
                big
                wide
                kind={given ? 'primary' : 'plain'}
                disabled={pending}
                onPress={() => (why ? home() : sell(who.personId))}
              >
                {why ? t('person.card.finish') : t(given ? 'person.sell' : 'person.card.without')}
              </Button>
            ) : (
              <Button big wide kind="primary" disabled={give.pending} onPress={() => void giveIt(inHand)}>
                {t('person.card.give', { card: grouped(inHand) })}
              </Button>
            )}
          </div>
        }
      >
        {refused && <Notice tone="refuse" sentence={refusal(refused)} live />}
        {given ? (
          <div className={styles['empty']} role="status">
            <CircleCheckBig size={48} aria-hidden="true" />
            <h2>{t('person.card.given', { card: grouped(given) })}</h2>
            <p>{t(paper ? 'person.card.printed' : 'person.card.handOver')}</p>
            {paper && <TicketPreview document={paper} />}
          </div>
        ) : (
          <div className={styles['empty']}>
            <ScanBarcode size={48} aria-hidden="true" />
            <h2>{t('person.card.scan')}</h2>
            <p>{t(who.card ? 'person.card.replaces' : 'person.card.text')}</p>
            <Button
              big
              kind={inHand ? 'plain' : 'primary'}
              why={printer.state === 'none' ? t('person.card.noPrinter') : null}
              disabled={give.pending}
              onPress={() => void giveIt(null)}
            >
              {t('person.card.print')}
            </Button>
          </div>
        )}
      </Panel>
      {question}
    </div>
  );
}
