import { type ReactNode, useId } from 'react';
import type { ClosingCheck } from '#contract/closing.ts';
import { cents } from '#domain/money.ts';
import { type TenderKind, tenderKinds } from '#domain/tender.ts';
import { useWords } from '../messages/use-words.ts';
import styles from './closing.module.css';
import { dayBars } from './day-bars.ts';

const width = 280;
const height = 130;

/** The day as one bar an hour; each tender has its colour and its pattern, and the words say the same. */
export function DayChart({ hours }: { readonly hours: ClosingCheck['hours'] }): ReactNode {
  const { t, say } = useWords();
  const id = useId();
  const bars = dayBars(hours, height);
  if (bars.length === 0) return <p className={styles['soft']}>{t('closing.day.noSales')}</p>;
  const step = width / bars.length;
  const bar = Math.min(36, step * 0.72);
  const used = tenderKinds.filter((kind) => hours.some((hour) => hour.byTender[kind] !== 0));
  const spoken = bars
    .filter((one) => one.parts.length > 0)
    .map((one) => t('closing.day.hour', { hour: one.hour, amount: say.money(cents(one.totalCents)) }))
    .join(', ');
  const fill = (kind: TenderKind): string => (kind === 'cash' ? 'var(--accent)' : `url(#${id}-${kind})`);
  return (
    <figure className={styles['figure']}>
      <svg
        viewBox={`0 0 ${width} ${height + 26}`}
        role="img"
        aria-label={t('closing.day.spoken', { hours: spoken })}
      >
        <Patterns id={id} />
        {bars.map((one, index) => {
          const x = index * step + (step - bar) / 2;
          return (
            <g key={one.hour}>
              {one.parts.map((part) => (
                <rect
                  key={part.tender}
                  x={x}
                  y={height - part.from - part.height}
                  width={bar}
                  height={part.height}
                  fill={fill(part.tender)}
                  stroke="var(--card)"
                />
              ))}
              <text x={x + bar / 2} y={height + 19} textAnchor="middle" className={styles['tick']}>
                {one.hour}
              </text>
            </g>
          );
        })}
        <line x1="0" x2={width} y1={height} y2={height} stroke="var(--edge)" />
      </svg>
      <figcaption className={styles['legend']}>
        {used.map((kind) => (
          <span key={kind}>
            <svg width="18" height="18" aria-hidden="true">
              <rect width="18" height="18" rx="4" fill={fill(kind)} />
            </svg>
            {t(`tender.many.${kind}`)}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

function Patterns({ id }: { readonly id: string }): ReactNode {
  return (
    <defs>
      <pattern id={`${id}-bankCard`} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" fill="#c9d3e4" />
        <path d="M0 6 6 0" stroke="var(--ink)" strokeWidth="1.6" />
      </pattern>
      <pattern id={`${id}-structureCredit`} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" fill="var(--warn-soft)" />
        <circle cx="3" cy="3" r="1.7" fill="var(--warn)" />
      </pattern>
    </defs>
  );
}
