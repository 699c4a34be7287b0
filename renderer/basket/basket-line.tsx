import { EllipsisVertical, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { LineView } from '#contract/basket.ts';
import { isOfRights, isWarning } from '#domain/reasons.ts';
import { useDo } from '../api/api.tsx';
import { useWords } from '../messages/use-words.ts';
import { useAnnouncer } from '../ui/announcer.tsx';
import { grouped } from '../ui/format.ts';
import styles from './basket-column.module.css';
import { FamilyIcon } from './family-icon.tsx';
import { LineAnswer } from './line-answer.tsx';
import { LineOptions } from './line-options.tsx';

export function BasketLine(props: {
  readonly line: LineView;
  readonly locked: boolean;
  readonly fresh: boolean;
  /** The one line whose way out is the filled button. */
  readonly leads: boolean;
  readonly onFindPerson: () => void;
}): ReactNode {
  const { t, say } = useWords();
  const { line, locked } = props;
  const { announceRefusal } = useAnnouncer();
  const remove = useDo('removeLine');
  const [options, setOptions] = useState(false);
  const refused = line.verdict === 'refused';
  const tone =
    refused && line.reasons.every((one) => isWarning(one) || isOfRights(one)) ? 'warning' : line.verdict;
  const removeIt = async (): Promise<void> => {
    const answer = await remove.act({ lineId: line.lineId });
    if (!answer.ok) announceRefusal(answer.refusal);
  };
  const marks = [
    line.replacement && t(`basket.basket.isReplacement.${line.replacement}`),
    line.forHousehold && t('basket.basket.isHousehold'),
  ].filter(Boolean);
  return (
    <li className={styles['line']} data-verdict={tone} data-fresh={props.fresh || undefined}>
      <div className={styles['row']}>
        <span className={styles['icon']}>
          <FamilyIcon family={line.family} />
        </span>
        <div className={styles['what']}>
          <p className={styles['label']}>
            {line.quantity > 1 && `${line.quantity} × `}
            {line.label}
          </p>
          {line.unitText && <p className={styles['unit']}>{grouped(line.unitText)}</p>}
          {marks.length > 0 && <p className={styles['unit']}>{marks.join(' · ')}</p>}
        </div>
        <div className={styles['price']}>
          {refused ? (
            <strong className={styles['notSold']}>{t('basket.basket.notSold')}</strong>
          ) : (
            <>
              {line.referenceCents !== null && line.savingCents > 0 && (
                <s title={t('ui.marketValue')}>{say.money(line.referenceCents)}</s>
              )}
              <strong>{line.totalCents === 0 ? t('basket.basket.free') : say.money(line.totalCents)}</strong>
            </>
          )}
        </div>
        {!locked && (
          <>
            <button
              type="button"
              className={styles['small']}
              aria-label={t('basket.basket.options', { label: line.label })}
              onClick={() => setOptions(true)}
            >
              <EllipsisVertical size={20} aria-hidden="true" />
            </button>
            <button
              type="button"
              className={styles['small']}
              aria-label={t('basket.basket.remove', { label: line.label })}
              disabled={remove.pending}
              onClick={() => void removeIt()}
            >
              <X size={22} aria-hidden="true" />
            </button>
          </>
        )}
      </div>
      {line.reasons.length > 0 && (
        <LineAnswer
          line={line}
          locked={locked}
          leads={props.leads}
          onRemove={() => void removeIt()}
          onOptions={() => setOptions(true)}
          onFindPerson={props.onFindPerson}
        />
      )}
      {options && <LineOptions line={line} onClose={() => setOptions(false)} />}
    </li>
  );
}
