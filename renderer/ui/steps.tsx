import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './steps.module.css';

export interface Step {
  readonly id: string;
  readonly label: string;
}

/** The way through a piece of work: what is done, where one is, what is left. */
export function Steps(props: { readonly steps: readonly Step[]; readonly current: string }): ReactNode {
  const { t } = useTranslation();
  const { steps, current } = props;
  const at = steps.findIndex((step) => step.id === current);
  return (
    <ol className={styles['steps']}>
      {steps.map((step, index) => {
        const state = index < at ? 'done' : index === at ? 'current' : 'left';
        return (
          <li
            key={step.id}
            className={styles['step']}
            data-state={state}
            aria-current={state === 'current' ? 'step' : undefined}
          >
            <span className={styles['mark']}>
              {state === 'done' ? (
                <>
                  <Check size={18} aria-hidden="true" />
                  <span className={styles['hidden']}>{t('ui.stepDone')}</span>
                </>
              ) : (
                index + 1
              )}
            </span>
            {step.label}
          </li>
        );
      })}
    </ol>
  );
}
