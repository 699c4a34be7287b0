import {
  CalendarOff,
  Check,
  CircleAlert,
  Clock,
  DoorClosed,
  FileQuestion,
  FileX,
  type LucideIcon,
  Minus,
  PhoneCall,
  Scale,
} from 'lucide-react';
import type { CellState } from '../contract/board.ts';
import styles from './cell-mark.module.css';

const marks: Readonly<Record<CellState, { readonly icon: LucideIcon; readonly tone: string }>> = {
  received: { icon: Check, tone: 'good' },
  difference: { icon: Scale, tone: 'warn' },
  expected: { icon: Clock, tone: 'plain' },
  silent: { icon: PhoneCall, tone: 'refuse' },
  'closed-not-received': { icon: FileQuestion, tone: 'warn' },
  gap: { icon: CircleAlert, tone: 'refuse' },
  trouble: { icon: FileX, tone: 'refuse' },
  'not-opened': { icon: DoorClosed, tone: 'quiet' },
  'closed-as-planned': { icon: CalendarOff, tone: 'quiet' },
  before: { icon: Minus, tone: 'none' },
};

export const legendStates = (Object.keys(marks) as CellState[]).filter((state) => state !== 'before');

/** The sign of a state: a shape of its own, never a colour alone. */
export function CellMark({ state, bare = false }: { readonly state: CellState; readonly bare?: boolean }) {
  const { icon: Icon, tone } = marks[state];
  return (
    <span className={`${styles['mark']} ${bare ? '' : styles[tone]}`}>
      <Icon size={18} aria-hidden />
    </span>
  );
}

export const toneOf = (state: CellState): string => styles[marks[state].tone] ?? '';
