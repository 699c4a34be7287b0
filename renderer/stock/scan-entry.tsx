import { ScanBarcode } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { StockRow } from '#contract/stock.ts';
import { useWords } from '../messages/use-words.ts';
import { Field } from '../ui/controls/field.tsx';
import styles from './stock.module.css';

/** What to scan now, the same by hand, and how many are done. */
export function ScanEntry(props: {
  readonly label: string;
  readonly hint: string;
  readonly tally: number;
  readonly tallyWord: string;
  readonly onText: (text: string) => void;
}): ReactNode {
  const { say } = useWords();
  const [typed, setTyped] = useState('');
  const enter = (): void => {
    props.onText(typed);
    setTyped('');
  };
  return (
    <div className={styles['scanning']}>
      <Field
        label={props.label}
        hint={props.hint}
        icon={<ScanBarcode size={22} aria-hidden="true" />}
        value={typed}
        maxLength={64}
        onChange={setTyped}
        // With nothing typed, Enter stays the screen's own.
        {...(typed.trim() === '' ? {} : { onEnter: enter })}
      />
      <p className={styles['tally']} role="status">
        <strong>{say.number(props.tally)}</strong> {props.tallyWord}
      </p>
    </div>
  );
}

const entryWords = {
  iccid: { label: 'stock.receiving.scanIccid', hint: 'stock.receiving.hintIccid' },
  imei: { label: 'stock.receiving.scanImei', hint: 'stock.receiving.hintImei' },
  label: { label: 'stock.receiving.scanLabel', hint: 'stock.receiving.hintLabel' },
  serial: { label: 'stock.receiving.scanSerial', hint: 'stock.receiving.hintSerial' },
} as const;

export const entryWordsFor = (row: StockRow): (typeof entryWords)[keyof typeof entryWords] =>
  entryWords[row.unit ?? 'serial'];
