import type { ReactNode } from 'react';
import type { PersonFound, Registration } from '#contract/person.ts';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import { Dialog } from '../ui/controls/dialog.tsx';
import { birthWords } from './birth-words.ts';
import { PersonWords } from './person-finder.tsx';
import styles from './person.module.css';

/** Side by side: what was just typed, and somebody already known. A human answers, never the machine. */
export function SameQuestion(props: {
  readonly typed: Registration;
  readonly person: PersonFound;
  readonly left: number;
  readonly onSame: (person: PersonFound) => void;
  readonly onOther: (person: PersonFound) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { t, say } = useWords();
  const { typed, person, left } = props;
  return (
    <Dialog
      wide
      title={t('person.same.title')}
      onClose={props.onClose}
      actions={
        <>
          <Button onPress={props.onClose} shortcut="Escape">
            {t('person.same.back')}
          </Button>
          <Button onPress={() => props.onOther(person)}>{t('person.same.other')}</Button>
          <Button kind="primary" onPress={() => props.onSame(person)}>
            {t('person.same.same')}
          </Button>
        </>
      }
    >
      <p>{t('person.same.text', { count: left })}</p>
      <div className={styles['sides']}>
        <section>
          <h3>{t('person.same.typed')}</h3>
          <strong>
            {typed.firstNames} {typed.usedName || typed.birthName}
          </strong>
          <span className={styles['soft']}>
            {typed.usedName && `${t('person.same.birthName', { name: typed.birthName })} · `}
            {birthWords(typed.birth, t, say)}
          </span>
        </section>
        <section>
          <h3>{t('person.same.known')}</h3>
          <PersonWords person={person} />
        </section>
      </div>
    </Dialog>
  );
}
