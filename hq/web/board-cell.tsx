import type { BoardCell } from '../contract/board.ts';
import styles from './board.module.css';
import { CellMark, toneOf } from './cell-mark.tsx';
import { dayWords, money, shortMoney, stateWords } from './words.ts';

const opens: ReadonlySet<BoardCell['state']> = new Set<BoardCell['state']>(['received', 'difference']);

export function BoardCellButton(props: {
  readonly cell: BoardCell;
  readonly siteName: string;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}) {
  const { cell } = props;
  const received = opens.has(cell.state);
  const words = sentenceOf(props.siteName, cell);
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

function sentenceOf(siteName: string, cell: BoardCell): string {
  const figures = opens.has(cell.state)
    ? ` ; ${cell.sales} ${cell.sales > 1 ? 'ventes' : 'vente'}, ${money(cell.totalCents)}`
    : '';
  const difference = cell.differenceCents === 0 ? '' : ` ; écart ${money(cell.differenceCents)}`;
  return `${siteName}, ${dayWords(cell.day)} : ${stateWords[cell.state]}${figures}${difference}`;
}
