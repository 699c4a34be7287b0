import { IdCard, QrCode, UserRoundSearch, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { PersonPanel } from '#contract/basket.ts';
import { may } from '#domain/roles.ts';
import { useDesk } from '../app/desk.tsx';
import { useNavigation } from '../app/navigation.tsx';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import { grouped } from '../ui/format.ts';
import { Panel } from '../ui/panel.tsx';
import { type Flow, type View, type Who, whoAtTill, whoFound } from './flow.ts';
import { PersonFinder, StandingBadge } from './person-finder.tsx';
import styles from './person.module.css';
import { useSell } from './use-sell.tsx';

interface Props {
  readonly view: Extract<View, { at: 'search' }>;
  readonly flow: Flow;
  readonly atTill: PersonPanel | null;
  readonly onView: (view: View) => void;
  readonly onDrop: () => void;
}

/** Search before create: a name on the left, whoever was chosen on the right. */
export function SearchView(props: Props): ReactNode {
  const { t } = useWords();
  const { view, flow, onView } = props;
  const [text, setText] = useState(view.text);
  const choose = (who: Who): void => {
    if (flow.claim) onView({ at: 'referral', who });
    else if (flow.card) onView({ at: 'card', who, until: null });
    else onView({ at: 'search', text, who });
  };
  return (
    <div className={styles['searching']}>
      <Panel
        label={t('person.search.title')}
        foot={
          <Button
            big
            wide
            kind={view.who ? 'plain' : 'primary'}
            onPress={() => onView({ at: 'register', text })}
          >
            {t('person.register')}
          </Button>
        }
      >
        <h1 className={styles['title']}>{t('person.search.title')}</h1>
        <InHand flow={flow} onDrop={props.onDrop} />
        <PersonFinder
          text={text}
          onText={setText}
          chosen={view.who?.personId ?? null}
          onChoose={(person) => choose(whoFound(person))}
        />
      </Panel>
      {view.who ? (
        <ChosenPanel who={view.who} onView={onView} />
      ) : (
        <NobodyPanel {...props} onChoose={choose} />
      )}
    </div>
  );
}

/** What was scanned and waits for somebody to belong to. */
function InHand({ flow, onDrop }: { readonly flow: Flow; readonly onDrop: () => void }): ReactNode {
  const { t } = useWords();
  if (!flow.claim && !flow.card) return null;
  return (
    <div className={styles['inHand']}>
      {flow.card ? <IdCard size={22} aria-hidden="true" /> : <QrCode size={22} aria-hidden="true" />}
      <p>{flow.card ? t('person.inHand.card', { card: grouped(flow.card) }) : t('person.inHand.referral')}</p>
      <button type="button" className={styles['small']} aria-label={t('person.inHand.drop')} onClick={onDrop}>
        <X size={20} aria-hidden="true" />
      </button>
    </div>
  );
}

function NobodyPanel(props: Props & { readonly onChoose: (who: Who) => void }): ReactNode {
  const { t } = useWords();
  const { home } = useNavigation();
  const { flow, atTill, onChoose } = props;
  const offered = (flow.claim || flow.card) && atTill ? whoAtTill(atTill) : null;
  return (
    <Panel
      label={t('person.nobody.title')}
      foot={
        <div className={styles['buttons']}>
          <Button big shortcut="Escape" onPress={home}>
            {t('person.toTill')}
          </Button>
          <Button big onPress={() => props.onView({ at: 'referral', who: null })}>
            {t('person.nobody.verify')}
          </Button>
        </div>
      }
    >
      <div className={styles['empty']}>
        <UserRoundSearch size={48} aria-hidden="true" />
        <h2>{t('person.nobody.title')}</h2>
        <p>{t('person.nobody.text')}</p>
        <p className={styles['soft']}>{t('person.nobody.scan')}</p>
        {offered && (
          <Button big onPress={() => onChoose(offered)}>
            {t('person.inHand.forTill', { name: offered.name })}
          </Button>
        )}
      </div>
    </Panel>
  );
}

function ChosenPanel(props: { readonly who: Who; readonly onView: (view: View) => void }): ReactNode {
  const { t } = useWords();
  const { operator } = useDesk();
  const { who, onView } = props;
  const { sell, pending, why, question } = useSell();
  const entitled = who.standing === 'entitled';
  const sellsFirst = entitled && why === null;
  return (
    <Panel
      label={t('person.chosen.title')}
      foot={
        <div className={styles['buttons']}>
          <Button big shortcut="Escape" onPress={() => onView({ at: 'search', text: '', who: null })}>
            {t('person.chosen.other')}
          </Button>
          {sellsFirst ? (
            <Button big wide kind="primary" disabled={pending} onPress={() => sell(who.personId)}>
              {t('person.sell')}
            </Button>
          ) : (
            <Button big wide kind="primary" onPress={() => onView({ at: 'referral', who })}>
              {t(entitled ? 'person.chosen.renew' : 'person.chosen.verify')}
            </Button>
          )}
        </div>
      }
    >
      <div className={styles['chosen']}>
        <h2 className={styles['name']}>{who.name || t('person.thisPerson')}</h2>
        <p className={styles['soft']}>
          {who.birthYear !== null && `${t('person.search.born', { year: who.birthYear })} · `}
          {who.card ? t('person.search.card', { card: grouped(who.card) }) : t('person.search.noCard')}
        </p>
        {who.standing && <StandingBadge standing={who.standing} />}
        {who.standing && <p>{t(`person.standingText.${who.standing}`)}</p>}
        <div className={styles['acts']}>
          {sellsFirst ? (
            <Button wide onPress={() => onView({ at: 'referral', who })}>
              {t('person.chosen.renew')}
            </Button>
          ) : (
            <Button wide why={why} disabled={pending} onPress={() => sell(who.personId)}>
              {t('person.sell')}
            </Button>
          )}
          <Button wide onPress={() => onView({ at: 'card', who, until: null })}>
            {t(who.card ? 'person.chosen.newCard' : 'person.chosen.card')}
          </Button>
          <Button
            wide
            why={may(operator, 'seller') ? null : t('person.chosen.fileWhy')}
            onPress={() => onView({ at: 'file', who })}
          >
            {t('person.chosen.file')}
          </Button>
        </div>
        <p className={styles['soft']}>{t('person.chosen.fileNote')}</p>
      </div>
      {question}
    </Panel>
  );
}
