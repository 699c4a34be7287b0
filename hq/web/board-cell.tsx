import type { BoardCell } from '../contract/board.ts';
import styles from './board.module.css';
import { CellMark, toneOf } from './cell-mark.tsx';
import { dayWords, money, shortMoney } from './words.ts';

const opens: ReadonlySet<BoardCell['state']> = new Set<BoardCell['state']>(['received', 'difference']);

/** Whether a day of a point, or of one of its tills, has figures to look at. */
export const hasFigures = (cells: readonly (BoardCell | undefined)[]): boolean =>
  cells.some((cell) => cell !== undefined && opens.has(cell.state));

export function BoardCellButton(props: {
  readonly cell: BoardCell;
  /** Whose day it is, as it is said. */
  readonly whose: string;
  readonly words: Readonly<Record<BoardCell['state'], string>>;
  /** Something came of that day, whatever is still missing. */
  readonly received: boolean;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}) {
  const { cell, received } = props;
  const words = sentenceOf(props);
  const content = (
    <>
      <CellMark state={cell.state} bare />
      {received && <span className={styles['amount']}>{shortMoney(cell.totalCents)}</span>}
    </>
  );
  if (!received)
    return (
      <div className={`${styles['cell']} ${toneOf(cell.state)}`} title={words}>
        {content}
        <span className={styles['heard']}>{words}</span>
      </div>
    );
  return (
    <button
      type="button"
      className={`${styles['cell']} ${toneOf(cell.state)}`}
      aria-label={words}
      aria-pressed={props.chosen}
      title={words}
      onClick={props.onChoose}
    >
      {content}
    </button>
  );
}

function sentenceOf(said: {
  readonly cell: BoardCell;
  readonly whose: string;
  readonly words: Readonly<Record<BoardCell['state'], string>>;
  readonly received: boolean;
}): string {
  const { cell, whose, words, received } = said;
  const figures = received
    ? ` ; ${cell.sales} ${cell.sales > 1 ? 'ventes' : 'vente'}, ${money(cell.totalCents)}`
    : '';
  const difference = cell.differenceCents === 0 ? '' : ` ; écart ${money(cell.differenceCents)}`;
  return `${whose}, ${dayWords(cell.day)} : ${words[cell.state]}${figures}${difference}`;
}
