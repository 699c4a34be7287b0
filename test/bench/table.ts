import { type Measured, meets, rounded } from './measure.ts';
import type { Report } from './runner.ts';

const meansNothing = 'A quick run: it shows that every measure works. Its numbers mean nothing.';

const barOf = ({ bar }: Measured): string => ('most' in bar ? `≤ ${bar.most}` : `≥ ${bar.least}`);
const unitOf = ({ unit }: Measured): string => (unit === 'ratio' ? '' : ` ${unit}`);

/** One row; a quick run holds no number against its bar. */
export function lineOf(row: Measured, volume: Report['volume']): string {
  const word = volume === 'quick' ? 'ran ' : meets(row) ? 'ok  ' : 'MISS';
  const bar = volume === 'quick' ? '' : ` (${barOf(row)}${unitOf(row)})`;
  const spread = row.spread
    ? `, middle half ${rounded(row.spread.lowerQuartile)} to ${rounded(row.spread.upperQuartile)} of ${row.spread.blocks} blocks`
    : '';
  const detail = Object.entries(row.detail).map(([name, value]) => `${name} ${rounded(value)}`);
  return `${word} ${row.what}: ${rounded(row.value)}${unitOf(row)}${bar}${spread} — ${detail.join(', ')}`;
}

/** The last lines: how many, and by name whatever is not as it should be. */
export function summaryOf(report: Report): string[] {
  const { volume, measured, notMeasured, failed, tookS } = report;
  const missed = volume === 'quick' ? [] : measured.filter((row) => !meets(row));
  const seconds = Object.entries(tookS).map(([name, took]) => `${name} ${took} s`);
  return [
    `${measured.length} rows, ${missed.length} missed, ${failed.length} failures (${seconds.join(', ')}).`,
    ...missed.map((row) => `Missed: ${row.what}: ${rounded(row.value)}${unitOf(row)}, wanted ${barOf(row)}.`),
    ...failed.map(({ name, why }) => `Failed: ${name}: ${why}`),
    ...notMeasured.map((what) => `Not measured: ${what}.`),
    ...(volume === 'quick' ? [meansNothing] : []),
  ];
}

/** A quick run fails only by what could not be measured to its end: a busy machine is no fault. */
export const isGood = ({ volume, measured, failed }: Report): boolean =>
  failed.length === 0 && (volume === 'quick' || measured.every(meets));
