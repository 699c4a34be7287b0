import { useDebouncedValue } from '@mantine/hooks';
import { Search } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import type { PersonFound } from '#contract/person.ts';
import type { PersonId } from '#domain/ids.ts';
import { may } from '#domain/roles.ts';
import { useAsk } from '../api/api.tsx';
import { useDesk } from '../app/desk.tsx';
import { useKey } from '../keys/keys.tsx';
import { useWords } from '../messages/use-words.ts';
import { Field } from '../ui/controls/field.tsx';
import { useTypedCode } from '../scanning/typed-code.ts';
import { grouped } from '../ui/format.ts';
import { KeyCap } from '../ui/controls/key-cap.tsx';
import { Notice } from '../ui/notice.tsx';
import { HowMany } from './how-many.tsx';
import styles from './person.module.css';

/** Looks somebody up by name; a trainee also gives the year of birth. Enter takes the first one. */
export function PersonFinder(props: {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly chosen?: PersonId | null;
  readonly onChoose: (person: PersonFound) => void;
}): ReactNode {
  const { t, refusal } = useWords();
  const { operator } = useDesk();
  const { text, onText, onChoose } = props;
  const [year, setYear] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const yearNeeded = !may(operator, 'seller');
  const [typed] = useDebouncedValue(text.trim(), 180);
  const birthYear = /^\d{4}$/.test(year) ? Number(year) : null;
  const enabled = typed.length >= 1 && (!yearNeeded || birthYear !== null);
  const asked = useAsk(
    'searchPersons',
    { text: typed, birthYear: yearNeeded ? birthYear : null },
    { enabled },
  );
  const found = enabled ? asked.data : undefined;
  const first = found?.persons[0];
  const chooseFirst = (): void => {
    if (first) onChoose(first);
  };
  // Once the first one is chosen, Enter belongs to the next step again.
  const typedCode = useTypedCode();
  const enterCode = (): void => {
    if (typedCode(text)) onText('');
  };
  const isChosen = first !== undefined && first.personId === props.chosen;
  const enter = isChosen ? {} : { onEnter: first ? chooseFirst : enterCode };
  useKey('F2', () => input.current?.focus());
  return (
    <div className={styles['finder']}>
      <Field
        label={t('person.search.name')}
        placeholder={t('person.search.placeholder')}
        icon={<Search size={20} aria-hidden="true" />}
        cap={<KeyCap>F2</KeyCap>}
        value={text}
        onChange={onText}
        maxLength={80}
        focused
        inputRef={input}
        {...enter}
      />
      {yearNeeded && (
        <Field
          label={t('person.search.year')}
          hint={t('person.search.yearHint')}
          inputMode="numeric"
          value={year}
          onChange={setYear}
          maxLength={4}
          {...enter}
        />
      )}
      {asked.error && <Notice tone="refuse" sentence={refusal(asked.error.refusal)} live />}
      {found?.persons.length === 0 && (
        <Notice
          tone="info"
          live
          sentence={{ text: t('person.search.none'), next: t('person.search.noneNext') }}
        />
      )}
      {found && found.persons.length > 0 && (
        <>
          <PersonList persons={found.persons} chosen={props.chosen ?? null} onChoose={onChoose} />
          <HowMany shown={found.persons.length} total={found.total} />
        </>
      )}
    </div>
  );
}

export function PersonList(props: {
  readonly persons: readonly PersonFound[];
  readonly chosen?: PersonId | null;
  readonly onChoose: (person: PersonFound) => void;
}): ReactNode {
  return (
    <ul className={styles['found']}>
      {props.persons.map((person) => (
        <li key={person.personId}>
          <button
            type="button"
            className={styles['result']}
            aria-pressed={props.chosen === person.personId}
            onClick={() => props.onChoose(person)}
          >
            <PersonWords person={person} />
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Enough to tell one person from another, and no more. */
export function PersonWords({ person }: { readonly person: PersonFound }): ReactNode {
  const { t } = useWords();
  return (
    <>
      <strong>{person.name}</strong>
      <span className={styles['soft']}>
        {person.birthYear === null
          ? t('person.search.bornUnknown')
          : t('person.search.born', { year: person.birthYear })}
        {' · '}
        {person.card ? t('person.search.card', { card: grouped(person.card) }) : t('person.search.noCard')}
      </span>
      <StandingBadge standing={person.standing} />
    </>
  );
}

const tones = {
  entitled: 'good',
  'walk-in': 'warn',
  'walk-in-used': 'off',
  lapsed: 'off',
  'not-open': 'warn',
} as const;

export function StandingBadge({ standing }: { readonly standing: PersonFound['standing'] }): ReactNode {
  const { t } = useWords();
  return (
    <span className={styles['badge']} data-tone={tones[standing]}>
      {t(`person.standing.${standing}`)}
    </span>
  );
}
