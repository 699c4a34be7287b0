import { type ReactNode, useState } from 'react';
import type { LineView } from '#contract/basket.ts';
import type { ReplacementReason } from '#domain/catalogue.ts';
import { useDo } from '../api/api.tsx';
import type { AllRefusals } from '../api/client.ts';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import { Dialog } from '../ui/controls/dialog.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from './basket-column.module.css';

/** For whom a line is, and whether it replaces something: both change what it counts against. */
export function LineOptions(props: { readonly line: LineView; readonly onClose: () => void }): ReactNode {
  const { t, refusal } = useWords();
  const { line, onClose } = props;
  const { act, pending } = useDo('markLine');
  const [forHousehold, setForHousehold] = useState(line.forHousehold);
  const [replacement, setReplacement] = useState<ReplacementReason | null>(line.replacement);
  const [refused, setRefused] = useState<AllRefusals | null>(null);
  const mark = async (): Promise<void> => {
    const answer = await act({ lineId: line.lineId, forHousehold, replacement });
    if (answer.ok) onClose();
    else setRefused(answer.refusal);
  };
  return (
    <Dialog
      title={t('basket.basket.optionsTitle', { label: line.label })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose} shortcut="Escape">
            {t('ui.back')}
          </Button>
          <Button kind="primary" onPress={() => void mark()} disabled={pending}>
            {t('ui.confirm')}
          </Button>
        </>
      }
    >
      <fieldset className={styles['choice']}>
        <legend>{t('basket.basket.household')}</legend>
        <p className={styles['soft']}>
          {t(line.householdCounts ? 'basket.basket.householdCounted' : 'basket.basket.householdApart')}
        </p>
        <div className={styles['ways']}>
          <Button pressed={!forHousehold} onPress={() => setForHousehold(false)}>
            {t('ui.no')}
          </Button>
          <Button pressed={forHousehold} onPress={() => setForHousehold(true)}>
            {t('ui.yes')}
          </Button>
        </div>
      </fieldset>
      {line.replacementReasons.length > 0 && (
        <fieldset className={styles['choice']}>
          <legend>{t('basket.basket.replacement')}</legend>
          <p className={styles['soft']}>{t('basket.basket.replacementText')}</p>
          <div className={styles['ways']}>
            <Button pressed={replacement === null} onPress={() => setReplacement(null)}>
              {t('basket.basket.noReplacement')}
            </Button>
            {line.replacementReasons.map((one) => (
              <Button key={one} pressed={replacement === one} onPress={() => setReplacement(one)}>
                {t(`basket.basket.replacementReasons.${one}`)}
              </Button>
            ))}
          </div>
        </fieldset>
      )}
      {refused && <Notice tone="refuse" sentence={refusal(refused)} live />}
    </Dialog>
  );
}
