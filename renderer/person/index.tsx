import { type ReactNode, useState } from 'react';
import { useAsk } from '../api/api.tsx';
import { useDesk } from '../app/desk.tsx';
import { useNavigation } from '../app/navigation.tsx';
import { CardStep } from './card-step.tsx';
import { FileView } from './file-view.tsx';
import { type Flow, type View, flowAfter, startOfFlow } from './flow.ts';
import { ReferralStep } from './referral-step.tsx';
import { RegisterStep } from './register-step.tsx';
import { SearchView } from './search-view.tsx';

/** Find somebody, register somebody, take a referral, give a card: each step leads to the next. */
export function PersonsScreen(): ReactNode {
  const { place } = useNavigation();
  const { session } = useDesk();
  const { data: basket } = useAsk('basket', {}, { enabled: session !== null && !session.stale });
  const atTill = basket?.person ?? null;
  const [seen, setSeen] = useState(place);
  const [flow, setFlow] = useState<Flow>(() => flowAfter(startOfFlow, place, atTill));
  if (seen !== place) {
    setSeen(place);
    setFlow(flowAfter(flow, place, atTill));
  }
  const { view } = flow;
  const show = (next: View): void => setFlow({ ...flow, view: next });
  const toSearch = (): void => show({ at: 'search', text: '', who: null });
  const dropInHand = (): void => setFlow({ ...flow, claim: null, card: null });
  switch (view.at) {
    case 'search':
      return <SearchView view={view} flow={flow} atTill={atTill} onView={show} onDrop={dropInHand} />;
    case 'register':
      return (
        <RegisterStep
          text={view.text}
          inHand={flow}
          onRegistered={(who) => show({ at: 'referral', who })}
          onChoose={(who) => show(flow.claim ? { at: 'referral', who } : { at: 'search', text: '', who })}
          onBack={toSearch}
        />
      );
    case 'referral':
      return (
        <ReferralStep
          key={`${view.who?.personId ?? ''} ${JSON.stringify(flow.claim)}`}
          who={view.who}
          inHand={flow.claim}
          onOpened={(who, until) => setFlow({ ...flow, claim: null, view: { at: 'card', who, until } })}
          onFindPerson={(claim) => setFlow({ ...flow, claim, view: { at: 'search', text: '', who: null } })}
          onSkip={(who) => show({ at: 'card', who, until: null })}
          onBack={() => setFlow({ ...flow, claim: null, view: { at: 'search', text: '', who: view.who } })}
        />
      );
    case 'card':
      return (
        <CardStep
          key={view.who.personId}
          who={view.who}
          until={view.until}
          inHand={flow.card}
          onGiven={(who) => setFlow({ ...flow, card: null, view: { ...view, who } })}
          onBack={() => setFlow({ ...flow, card: null, view: { at: 'search', text: '', who: view.who } })}
        />
      );
    case 'file':
      return <FileView who={view.who} onView={show} />;
  }
}
