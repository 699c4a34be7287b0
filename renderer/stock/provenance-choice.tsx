import type { ReactNode } from 'react';
import { type StockRow, donorKinds } from '#contract/stock.ts';
import { useWords } from '../messages/use-words.ts';
import { Choice } from '../ui/controls/choice.tsx';
import type { Provenance } from './receiving.ts';
import styles from './stock.module.css';
import { Tick } from './tested-dialog.tsx';

/** Where the articles come from, and for devices what was done to them: said once for all that are scanned. */
export function ProvenanceChoice(props: {
  readonly row: StockRow;
  readonly value: Provenance;
  readonly onChange: (value: Provenance) => void;
}): ReactNode {
  const { t } = useWords();
  const { value, onChange } = props;
  return (
    <>
      <Choice
        legend={t('stock.receiving.donor')}
        options={donorKinds.map((id) => ({ id, label: t(`stock.receiving.donors.${id}`) }))}
        value={value.donor}
        onPick={(donor) => onChange({ ...value, donor })}
      />
      {props.row.reconditioned && (
        <fieldset className={styles['deeds']}>
          <legend>{t('stock.receiving.state')}</legend>
          <Tick
            on={value.tested}
            label={t('stock.receiving.tested')}
            onChange={(tested) => onChange({ ...value, tested })}
          />
          <Tick
            on={value.wiped}
            label={t('stock.receiving.wiped')}
            onChange={(wiped) => onChange({ ...value, wiped })}
          />
          <p>{t('stock.receiving.stateHint')}</p>
        </fieldset>
      )}
    </>
  );
}
