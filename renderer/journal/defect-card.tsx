import { CircleCheck, TriangleAlert } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { DefectView } from '#contract/integrity.ts';
import { useDo } from '../api/api.tsx';
import type { AllRefusals } from '../api/client.ts';
import { defectWords } from '../messages/defects.ts';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from './journal.module.css';

/** One anomaly: what happened, why it matters, what to do and which number to say. */
export function DefectCard({ view }: { readonly view: DefectView }): ReactNode {
  const { t, say, refusal } = useWords();
  const { act, pending } = useDo('markDefectRead');
  const [refused, setRefused] = useState<AllRefusals | null>(null);
  const { text, why, next } = defectWords(view.defect, view.seq, say);
  const number = view.seq;
  const Icon = view.readAt ? CircleCheck : TriangleAlert;
  const read = async (): Promise<void> => {
    const answer = await act({ seq: view.seq });
    setRefused(answer.ok ? null : answer.refusal);
  };
  return (
    <article className={styles['defect']} data-read={view.readAt ? '' : undefined}>
      <Icon size={24} aria-hidden="true" />
      <div className={styles['words']}>
        <h3>{text}</h3>
        <p>{why}</p>
        <p>{next}</p>
        <p className={styles['soft']}>
          {t('journal.check.number', { number, moment: say.moment(view.at) })}
          {view.readAt && `, ${t('journal.check.readAt', { moment: say.moment(view.readAt) })}`}
        </p>
        {refused && <Notice tone="refuse" sentence={refusal(refused)} live />}
      </div>
      {!view.readAt && (
        <Button
          label={t('journal.check.readLabel', { number })}
          disabled={pending}
          onPress={() => void read()}
        >
          {t('journal.check.read')}
        </Button>
      )}
    </article>
  );
}
