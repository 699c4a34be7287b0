import type { Chosen } from './day-panel.tsx';
import { useQuery } from '@tanstack/react-query';
import { type ComponentProps, useState } from 'react';
import type { Day } from '#domain/time.ts';
import type { Board, BoardCell, BoardRow, BoardTill } from '../contract/board.ts';
import { ask } from './api.ts';
import { BoardCellButton, hasFigures } from './board-cell.tsx';
import styles from './board.module.css';
import { CellMark, legendStates } from './cell-mark.tsx';
import { DayPanel } from './day-panel.tsx';
import { Notice } from './notice.tsx';
import { dayShort, instantWords, refusalWords, stateWords, tillStateWords, weekdayShort } from './words.ts';

const daysShown = 14;

/** Points × days: what came, what is missing, whom to phone. */
export function BoardPage() {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const board = useQuery({
    queryKey: ['board'],
    queryFn: () => ask('board', { days: daysShown }),
    refetchInterval: 20_000,
  });
  if (board.isError) return <Notice tone="refuse">{refusalWords(board.error)}</Notice>;
  if (!board.data) return null;
  const { rows } = board.data;
  if (rows.length === 0)
    return <Notice tone="warn">Aucun référentiel n’est publié : publiez-en un pour voir les points.</Notice>;
  return (
    <>
      <Summary board={board.data} />
      <div className={`card ${styles['scroll']}`}>
        <table className={styles['board']}>
          <thead>
            <tr>
              <th scope="col">Point d’accueil</th>
              {board.data.days.map((day) => (
                <th key={day} scope="col" aria-current={day === board.data.today ? 'date' : undefined}>
                  <span>{weekdayShort(day)}</span>
                  {dayShort(day)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <PointRows
                key={row.site}
                row={row}
                publication={board.data.publication}
                chosen={chosen?.site === row.site ? chosen.day : null}
                onChoose={(day) => setChosen({ site: row.site, day })}
              />
            ))}
          </tbody>
        </table>
      </div>
      <ul className={styles['legend']} aria-label="Légende">
        {legendStates.map((state) => (
          <li key={state}>
            <CellMark state={state} />
            {stateWords[state]}
          </li>
        ))}
      </ul>
      {chosen && <DayPanel chosen={chosen} onClose={() => setChosen(null)} />}
    </>
  );
}

/** The point as its worst till is, then each of its tills where there are several. */
function PointRows(props: {
  readonly row: BoardRow;
  readonly publication: number | null;
  readonly chosen: Day | null;
  readonly onChoose: (day: Day) => void;
}) {
  const { row } = props;
  const cellsOf = (
    cells: readonly BoardCell[],
    said: Pick<ComponentProps<typeof BoardCellButton>, 'whose' | 'words'>,
    received: (cell: BoardCell, at: number) => boolean,
  ) =>
    cells.map((cell, at) => (
      <td key={cell.day}>
        <BoardCellButton
          {...said}
          cell={cell}
          received={received(cell, at)}
          chosen={props.chosen === cell.day}
          onChoose={() => props.onChoose(cell.day)}
        />
      </td>
    ));
  return (
    <>
      <tr>
        <RowHead row={row} publication={props.publication} />
        {cellsOf(row.cells, { whose: row.name, words: stateWords }, (_, at) =>
          hasFigures(row.tills.map((one) => one.cells[at])),
        )}
      </tr>
      {row.tills.length > 1 &&
        row.tills.map((one) => (
          <tr key={one.till}>
            <TillHead till={one} publication={props.publication} />
            {cellsOf(one.cells, { whose: `Caisse ${one.till}`, words: tillStateWords }, (cell) =>
              hasFigures([cell]),
            )}
          </tr>
        ))}
    </>
  );
}

function Summary({ board }: { readonly board: Board }) {
  const yesterday = board.days.at(-2);
  const of = (row: BoardRow) => row.cells.find((cell) => cell.day === yesterday)?.state;
  const received = board.rows.filter((row) => ['received', 'difference'].includes(of(row) ?? '')).length;
  const silent = board.rows.filter((row) => row.silentSince !== null).length;
  return (
    <div className={styles['summary']}>
      <h1>Les journées des points</h1>
      <p>
        {received} {received > 1 ? 'points ont' : 'point a'} envoyé la journée d’hier
        {silent > 0 && (
          <>
            {' '}
            · <strong className={styles['alarm']}>{silent} à appeler</strong>
          </>
        )}
        {board.publication !== null && <> · référentiel n° {board.publication}</>}
      </p>
    </div>
  );
}

function RowHead({ row, publication }: { readonly row: BoardRow; readonly publication: number | null }) {
  return (
    <th scope="row" className={styles['site']}>
      <span className={styles['name']}>{row.name}</span>
      {row.tills.length === 0 && <span className={styles['soft']}>pas encore de caisse</span>}
      {row.silentSince !== null && (
        <span className={styles['alarm']}>
          Muet depuis le {dayShort(row.silentSince)} ·{' '}
          <a href={`tel:${row.phone.replaceAll(' ', '')}`}>{row.phone}</a>
        </span>
      )}
      {row.tills.length > 0 && row.silentSince === null && row.lastSeenAt !== null && (
        <span className={styles['soft']}>vu le {instantWords(row.lastSeenAt)}</span>
      )}
      {row.tills.length > 0 && !row.holdsLatestPrices && (
        <span className={styles['behind']}>anciens prix (pas encore le n° {publication})</span>
      )}
    </th>
  );
}

function TillHead({ till, publication }: { readonly till: BoardTill; readonly publication: number | null }) {
  return (
    <th scope="row" className={`${styles['site']} ${styles['till']}`}>
      <span>Caisse {till.till}</span>
      {till.silentSince !== null && (
        <span className={styles['alarm']}>Muette depuis le {dayShort(till.silentSince)}</span>
      )}
      {till.silentSince === null && till.lastSeenAt !== null && (
        <span className={styles['soft']}>vue le {instantWords(till.lastSeenAt)}</span>
      )}
      {!till.holdsLatestPrices && (
        <span className={styles['behind']}>anciens prix (pas encore le n° {publication})</span>
      )}
    </th>
  );
}
