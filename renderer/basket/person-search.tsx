import { useDebouncedValue } from '@mantine/hooks';
import { Search } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import type { BasketView } from '#contract/basket.ts';
import type { Output } from '#contract/ipc.ts';
import type { PersonFound } from '#contract/person.ts';
import type { PersonId } from '#domain/ids.ts';
import { may } from '#domain/roles.ts';
import { useAsk, useDo } from '../api/api.tsx';
import { useDesk } from '../app/desk.tsx';
import { useNavigation } from '../app/navigation.tsx';
import { useKey } from '../keys/keys.tsx';
import { useWords } from '../messages/use-words.ts';
import { useTypedCode } from '../scanning/typed-code.ts';
import { useAnnouncer } from '../ui/announcer.tsx';
import { Button } from '../ui/controls/button.tsx';
import { Dialog } from '../ui/controls/dialog.tsx';
import { Field } from '../ui/controls/field.tsx';
import { HowMany } from '../person/how-many.tsx';
import { KeyCap } from '../ui/controls/key-cap.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from './person-column.module.css';

/** The left column while nobody is chosen: a name, or nobody. */
export function PersonSearch(props: {
  readonly basket: BasketView;
  readonly focused: boolean;
  readonly onDone: () => void;
}): ReactNode {
  const { t } = useWords();
  const { go } = useNavigation();
  const { operator } = useDesk();
  const { basket, focused, onDone } = props;
  const [text, setText] = useState('');
  const [year, setYear] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const yearNeeded = !may(operator, 'seller');
  const found = useFound(text, yearNeeded ? year : '', yearNeeded);
  const choice = useChoice(basket, onDone);
  useKey('Escape', basket.person ? onDone : null);
  useKey('F2', () => input.current?.focus());
  const register = (): void => go({ at: 'persons', start: 'register', text });
  const first = found?.persons[0];
  const typedCode = useTypedCode();
  const enter = (): void => {
    if (first) choice.choose(first.personId);
    else if (typedCode(text)) setText('');
  };
  return (
    <div className={styles['search']}>
      <p className={styles['lead']}>{t('basket.person.empty')}</p>
      <Field
        label={t('basket.person.search')}
        hideLabel
        placeholder={t('basket.person.search')}
        icon={<Search size={20} aria-hidden="true" />}
        cap={<KeyCap>F2</KeyCap>}
        value={text}
        onChange={setText}
        maxLength={80}
        focused={focused}
        inputRef={input}
        onEnter={enter}
      />
      {yearNeeded && (
        <Field
          label={t('basket.person.birthYear')}
          hint={t('basket.person.birthYearHint')}
          inputMode="numeric"
          value={year}
          onChange={setYear}
          maxLength={4}
          onEnter={enter}
        />
      )}
      {found && <FoundList {...found} onChoose={choice.choose} />}
      <div className={styles['others']}>
        <Button wide onPress={register}>
          {t('basket.person.register')}
        </Button>
        {(basket.person ?? basket.lines.length === 0) && (
          <Button wide onPress={() => choice.choose(null)}>
            {t('basket.person.without')}
          </Button>
        )}
        {basket.person && (
          <Button wide kind="quiet" shortcut="Escape" onPress={onDone}>
            {t('ui.back')}
          </Button>
        )}
      </div>
      {choice.asking !== undefined && (
        <HoldQuestion
          who={
            basket.person ? `${basket.person.firstName} ${basket.person.initial}.` : t('basket.held.nobody')
          }
          onHold={choice.hold}
          onClose={choice.giveUp}
        />
      )}
    </div>
  );
}

function FoundList(props: {
  readonly persons: readonly PersonFound[];
  readonly total: number;
  readonly onChoose: (person: PersonId) => void;
}): ReactNode {
  const { t } = useWords();
  if (props.persons.length === 0)
    return (
      <Notice
        tone="info"
        live
        sentence={{ text: t('basket.person.noneFound'), next: t('basket.person.noneFoundNext') }}
      />
    );
  return (
    <>
      <ul className={styles['found']}>
        {props.persons.map((person) => (
          <li key={person.personId}>
            <button
              type="button"
              className={styles['result']}
              onClick={() => props.onChoose(person.personId)}
            >
              <strong>{person.name}</strong>
              <span>
                {person.birthYear !== null && `${t('basket.person.born', { year: person.birthYear })} · `}
                {t(`basket.person.found.${person.standing}`)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <HowMany shown={props.persons.length} total={props.total} />
    </>
  );
}

function HoldQuestion(props: {
  readonly who: string;
  readonly onHold: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useWords();
  return (
    <Dialog
      title={t('basket.holdTitle', { who: props.who })}
      onClose={props.onClose}
      actions={
        <>
          <Button onPress={props.onClose} shortcut="Escape">
            {t('scanning.holdNo')}
          </Button>
          <Button kind="primary" onPress={props.onHold}>
            {t('scanning.holdYes')}
          </Button>
        </>
      }
    >
      <p>{t('scanning.holdText')}</p>
    </Dialog>
  );
}

/** People found once enough is typed; undefined before. */
function useFound(text: string, year: string, yearNeeded: boolean): Output<'searchPersons'> | undefined {
  const [typed] = useDebouncedValue(text.trim(), 180);
  const birthYear = /^\d{4}$/.test(year) ? Number(year) : null;
  const enabled = typed.length >= 1 && (!yearNeeded || birthYear !== null);
  const { data } = useAsk('searchPersons', { text: typed, birthYear }, { enabled });
  return enabled ? data : undefined;
}

/** Puts somebody on the basket; where another person already has lines in it, asks first. */
function useChoice(basket: BasketView, onDone: () => void) {
  const choosePerson = useDo('choosePerson');
  const { announceRefusal } = useAnnouncer();
  const [asking, setAsking] = useState<PersonId | null | undefined>();
  const act = async (personId: PersonId | null, holdFirst: boolean): Promise<void> => {
    setAsking(undefined);
    const answer = await choosePerson.act({ personId, holdFirst });
    if (!answer.ok) return announceRefusal(answer.refusal);
    return onDone();
  };
  return {
    asking,
    choose: (personId: PersonId | null): void => {
      const other = basket.person !== null && basket.person.personId !== personId && basket.lines.length > 0;
      if (other) setAsking(personId);
      else void act(personId, false);
    },
    hold: (): void => {
      if (asking !== undefined) void act(asking, true);
    },
    giveUp: (): void => setAsking(undefined),
  };
}
