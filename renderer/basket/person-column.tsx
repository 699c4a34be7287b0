import { BadgeCheck, IdCard, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { BasketView, PersonPanel } from '#contract/basket.ts';
import type { FinishedSale } from '#contract/sale.ts';
import type { Left } from '#domain/cap.ts';
import { cents, sumCents } from '#domain/money.ts';
import { may } from '#domain/roles.ts';
import { useDesk } from '../app/desk.tsx';
import { useNavigation } from '../app/navigation.tsx';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import { grouped } from '../ui/format.ts';
import { Meter } from '../ui/meter.tsx';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { badgeOf, groupsOf } from './left-badge.ts';
import { PersonSearch } from './person-search.tsx';
import styles from './person-column.module.css';

/** Who the sale is for and what is left to them: never the structure, never the situation. */
export function PersonColumn(props: {
  readonly basket: BasketView;
  readonly searching: boolean;
  readonly locked: boolean;
  /** The sale of this basket, once it is paid: then everything is told as it is after it. */
  readonly paid?: FinishedSale;
  readonly onSearch: (open: boolean) => void;
}): ReactNode {
  const { t, say } = useWords();
  const { basket, searching, locked, paid, onSearch } = props;
  const { operator } = useDesk();
  const { go } = useNavigation();
  const { person } = basket;
  if (!person || (searching && !locked))
    return (
      <Panel label={t('basket.person.label')}>
        <PersonSearch basket={basket} focused={searching} onDone={() => onSearch(false)} />
      </Panel>
    );
  const { month, rights } = groupsOf(basket.left);
  return (
    <Panel
      label={t('basket.person.label')}
      tone="accent"
      foot={
        <div className={styles['saving']}>
          <span>{t('basket.person.savingEver')}</span>
          <strong>{say.money(sumCents([person.savingEverCents, paid?.savingCents ?? cents(0)]))}</strong>
        </div>
      }
    >
      <div className={styles['card']}>
        {person.card ? <BadgeCheck size={18} aria-hidden="true" /> : <IdCard size={18} aria-hidden="true" />}
        <span>
          {person.card ? t('basket.person.card', { card: grouped(person.card) }) : t('basket.person.noCard')}
        </span>
        {!locked && (
          <button
            type="button"
            className={styles['change']}
            aria-label={t('basket.person.change')}
            title={t('basket.person.change')}
            onClick={() => onSearch(true)}
          >
            <X size={20} aria-hidden="true" />
          </button>
        )}
      </div>
      <h1 className={styles['name']}>
        {person.firstName} {person.initial}.
      </h1>
      <StandingView person={person} locked={locked} paid={paid !== undefined} />
      <LeftGroup
        title={t(paid ? 'basket.person.thisMonthPaid' : 'basket.person.thisMonth')}
        all={month}
        paid={paid !== undefined}
      />
      <LeftGroup title={t('basket.person.duringRights')} all={rights} paid={paid !== undefined} />
      {!locked && may(operator, 'seller') && (
        <Button wide kind="quiet" onPress={() => go({ at: 'persons', personId: person.personId })}>
          {t('basket.person.file')}
        </Button>
      )}
    </Panel>
  );
}

function StandingView(props: {
  readonly person: PersonPanel;
  readonly locked: boolean;
  readonly paid: boolean;
}): ReactNode {
  const { t, say } = useWords();
  const { go } = useNavigation();
  const { person } = props;
  const { standing } = person;
  if (standing.kind === 'entitled') {
    const months = t('ui.months', { count: standing.months });
    const days = t('ui.days', { count: standing.days });
    const time =
      standing.months === 0 ? days : standing.days === 0 ? months : t('basket.person.and', { months, days });
    const over = standing.months === 0 && standing.days === 0;
    const total = monthsBetween(standing.from, standing.until);
    return (
      <div className={styles['window']}>
        <p>
          {t('basket.person.rightsUntil')} <strong>{say.day(standing.until)}</strong>
        </p>
        <Meter
          label={t('basket.person.rightsUntil')}
          value={standing.months + standing.days / 31}
          max={total}
          tone={standing.months === 0 ? 'warn' : 'accent'}
        />
        <p className={styles['soft']}>
          {over ? t('basket.person.lastDay') : t('basket.person.left', { time })}
        </p>
      </div>
    );
  }
  const day =
    standing.kind === 'walk-in'
      ? say.day(standing.dueOn)
      : standing.kind === 'lapsed'
        ? say.day(standing.endedOn)
        : standing.kind === 'not-open'
          ? say.day(standing.opensOn)
          : '';
  return (
    <div className={styles['window']}>
      <Notice tone={standing.kind === 'walk-in-used' ? 'refuse' : 'warn'}>
        <p>
          <strong>{t(`basket.person.standing.${standing.kind}`, { day })}</strong>
        </p>
        <p>
          {t(
            `basket.person.standingText.${props.paid && standing.kind === 'walk-in' ? 'walk-in-paid' : standing.kind}`,
            { day },
          )}
        </p>
      </Notice>
      {!props.locked && standing.kind !== 'not-open' && (
        <Button wide onPress={() => go({ at: 'persons', personId: person.personId })}>
          {t('basket.person.verify')}
        </Button>
      )}
    </div>
  );
}

function LeftGroup(props: {
  readonly title: string;
  readonly all: readonly Left[];
  readonly paid: boolean;
}): ReactNode {
  const { title, all } = props;
  if (all.length === 0) return null;
  return (
    <section className={styles['group']}>
      <h2>{title}</h2>
      <ul>
        {all.map((left) => (
          <LeftRow key={left.family} left={left} paid={props.paid} />
        ))}
      </ul>
    </section>
  );
}

function LeftRow({ left, paid }: { readonly left: Left; readonly paid: boolean }): ReactNode {
  const { t, say } = useWords();
  const badge = badgeOf(left);
  const words = (): string => {
    switch (badge.kind) {
      case 'credit':
        return t('basket.left.credit', { amount: say.shortMoney(cents(left.after)) });
      case 'still':
        return t('basket.left.still', { count: left.after });
      case 'possible':
        return t('basket.left.possible', { count: left.after });
      case 'in-basket':
        return t(paid ? 'basket.left.takenNow' : 'basket.left.inBasket');
      case 'taken-on':
        return t('basket.left.takenOn', { day: left.lastTakenOn ? say.shortDay(left.lastTakenOn) : '' });
      case 'none':
        return t('basket.left.none');
    }
  };
  return (
    <li className={styles['left']}>
      <span className={styles['family']}>{left.label}</span>
      {left.max > 1 && (
        <span className={styles['small']}>
          <Meter
            label={left.label}
            value={left.after}
            max={left.max}
            tone={badge.tone === 'good' ? 'accent' : badge.tone}
          />
        </span>
      )}
      <span className={styles['badge']} data-tone={badge.tone}>
        {words()}
      </span>
    </li>
  );
}

/** About how many months a window holds: only for the length of its bar. */
const monthsBetween = (from: string, until: string): number =>
  Math.max(1, (Date.parse(until) - Date.parse(from)) / (30.44 * 86_400_000));
