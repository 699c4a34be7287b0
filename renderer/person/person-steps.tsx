import type { ReactNode } from 'react';
import { useWords } from '../messages/use-words.ts';
import { Panel } from '../ui/panel.tsx';
import { Steps } from '../ui/steps.tsx';
import styles from './person.module.css';

const steps = ['register', 'referral', 'card'] as const;

/** The way of a new person: registered, referred, given a card. */
export function PersonSteps(props: {
  readonly step: (typeof steps)[number];
  readonly title: string;
  /** Nobody is known yet: there is no way to show. */
  readonly alone?: boolean;
  readonly children?: ReactNode;
}): ReactNode {
  const { t } = useWords();
  return (
    <Panel
      label={props.title}
      tone="plain"
      foot={<p className={styles['soft']}>{t(`person.how.${props.step}`)}</p>}
    >
      <h1 className={styles['title']}>{props.title}</h1>
      {!props.alone && (
        <Steps steps={steps.map((id) => ({ id, label: t(`person.steps.${id}`) }))} current={props.step} />
      )}
      {props.children}
    </Panel>
  );
}
