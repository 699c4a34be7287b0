import { useDebouncedValue } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import type { PersonFound, Registration } from '#contract/person.ts';
import { dayIn } from '#domain/time.ts';
import { useAsk, useDo } from '../api/api.tsx';
import type { AllRefusals } from '../api/client.ts';
import { useDesk } from '../app/desk.tsx';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { type Flow, type Who, whoFound } from './flow.ts';
import { PersonList } from './person-finder.tsx';
import { PersonSteps } from './person-steps.tsx';
import styles from './person.module.css';
import { RegistrationFields } from './registration-fields.tsx';
import { problemsOf, registrationFrom } from './registration-form.ts';
import { SameQuestion } from './same-question.tsx';
import { useDraft } from './use-draft.ts';
import { whyNot } from './why-not.ts';

/** One page, under a minute; whoever may be the same is seen before anybody is created. */
export function RegisterStep(props: {
  readonly text: string;
  readonly inHand: Flow;
  readonly onRegistered: (who: Who) => void;
  readonly onChoose: (who: Who) => void;
  readonly onBack: () => void;
}): ReactNode {
  const { t, refusal } = useWords();
  const { now, site } = useDesk();
  const today = dayIn(now, site?.timeZone ?? 'Europe/Paris');
  const { form, change, restored, startAgain, done } = useDraft(props.text);
  const likes = useDo('likePersons');
  const register = useDo('registerPerson');
  const [same, setSame] = useState<readonly PersonFound[]>([]);
  const [dismissed, setDismissed] = useState<readonly PersonFound['personId'][]>([]);
  const [refused, setRefused] = useState<AllRefusals | null>(null);
  const problems = problemsOf(form, today);
  const registration = registrationFrom(form, today);
  const why = whyNot(problems, t);
  const seenSame = useLikes(registration);

  const create = async (
    given: Registration,
    notTheSame: readonly PersonFound['personId'][],
  ): Promise<void> => {
    const answer = await register.act({ registration: given, notTheSame: [...notTheSame] });
    if (answer.ok) {
      done();
      const name = `${given.firstNames} ${given.usedName || given.birthName}`;
      const { personId } = answer.value;
      return props.onRegistered({ personId, name, birthYear: null, card: null, standing: 'walk-in' });
    }
    if (answer.refusal.kind === 'perhaps-the-same') return setSame(answer.refusal.persons);
    return setRefused(answer.refusal);
  };
  const press = async (): Promise<void> => {
    if (!registration) return undefined;
    setRefused(null);
    const answer = await likes.act({ registration });
    if (!answer.ok) return setRefused(answer.refusal);
    const unseen = answer.value.probablySame.filter((one) => !dismissed.includes(one.personId));
    if (unseen.length > 0) return setSame(unseen);
    return create(registration, dismissed);
  };
  const dismiss = (person: PersonFound): void => {
    const all = [...dismissed, person.personId];
    const rest = same.filter((one) => one.personId !== person.personId);
    setDismissed(all);
    setSame(rest);
    if (rest.length === 0 && registration) void create(registration, all);
  };

  return (
    <div className={styles['stepping']}>
      <PersonSteps step="register" title={t('person.register')}>
        {restored && (
          <div className={styles['below']}>
            <Notice
              tone="info"
              sentence={{ text: t('person.form.restored'), next: t('person.form.restoredNext') }}
            />
            <Button wide onPress={startAgain}>
              {t('person.form.startAgain')}
            </Button>
          </div>
        )}
        {seenSame.length > 0 && (
          <section className={styles['below']} aria-live="polite">
            <h2 className={styles['sub']}>{t('person.same.already')}</h2>
            <PersonList persons={seenSame} onChoose={(person) => props.onChoose(whoFound(person))} />
          </section>
        )}
      </PersonSteps>
      <Panel
        label={t('person.register')}
        foot={
          <div className={styles['buttons']}>
            <Button big shortcut="Escape" onPress={props.onBack}>
              {t('ui.back')}
            </Button>
            <Button
              big
              wide
              kind="primary"
              why={why}
              disabled={likes.pending || register.pending}
              onPress={() => void press()}
            >
              {t('person.form.register')}
            </Button>
          </div>
        }
      >
        {refused && <Notice tone="refuse" sentence={refusal(refused)} live />}
        <RegistrationFields form={form} problems={problems} onChange={change} />
      </Panel>
      {same[0] && registration && (
        <SameQuestion
          typed={registration}
          person={same[0]}
          left={same.length}
          onSame={(person) => props.onChoose(whoFound(person))}
          onOther={dismiss}
          onClose={() => setSame([])}
        />
      )}
    </div>
  );
}

/** People who may be the same, looked for while one types: listed, never in the way. */
function useLikes(registration: Registration | null): readonly PersonFound[] {
  const [typed] = useDebouncedValue(registration && JSON.stringify(registration), 500);
  const asked = typed === null ? null : (JSON.parse(typed) as Registration);
  const { data } = useAsk(
    'likePersons',
    { registration: asked ?? ({} as Registration) },
    { enabled: asked !== null },
  );
  return asked && data ? [...data.probablySame, ...data.maybe] : [];
}
