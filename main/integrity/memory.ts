import type { DefectView } from '#contract/integrity.ts';
import { type IntegrityDefect, madeAnew } from '#domain/integrity.ts';
import { canonicalText } from '#domain/journal.ts';
import { integrityDefect, integrityRead } from '#exchange/defect.ts';
import type { Deps } from '../deps.ts';
import { appendEvent } from '../journal/append.ts';
import { payloadOf } from '../journal/read.ts';

/** What was found and what was read so far: from the journal itself once, then kept as it goes on. */
export interface DefectMemory {
  /** Journals what was not known yet. */
  readonly notice: (defect: IntegrityDefect) => void;
  /** Newest first. */
  readonly views: () => DefectView[];
  readonly unread: () => number;
  /** False when nothing of that number was ever found. */
  readonly markRead: (seq: number) => boolean;
}

type Known = Omit<DefectView, 'readAt'>;

export function defectMemory(deps: () => Deps): DefectMemory {
  let memory: ReturnType<typeof fromJournal> | null = null;
  const held = (): NonNullable<typeof memory> => (memory ??= fromJournal(deps()));
  return {
    notice: (defect) => {
      const { known } = held();
      const key = keyOf(defect);
      // What was put right each time is told each time.
      if (known.has(key) && !madeAnew.has(defect.kind)) return;
      const { store } = deps();
      const { seq } = store.transaction(() => appendEvent(deps(), eventOf(defect), { ...defect }));
      known.set(key, { seq, at: deps().now(), defect });
      deps().changed('journal', 'desk');
    },
    views: () => {
      const { known, read } = held();
      return [...known.values()]
        .toSorted((a, b) => b.seq - a.seq)
        .map((one) => ({ ...one, readAt: read.get(one.seq) ?? null }));
    },
    unread: () => {
      const { known, read } = held();
      return [...known.values()].filter(({ seq }) => !read.has(seq)).length;
    },
    markRead: (seq) => {
      const { known, read } = held();
      if (![...known.values()].some((one) => one.seq === seq)) return false;
      if (!read.has(seq)) {
        deps().store.transaction(() => appendEvent(deps(), 'integrity-read', { seq }));
        read.set(seq, deps().now());
        deps().changed('journal', 'desk');
      }
      return true;
    },
  };
}

/** The same loss is told once, however far the chain has grown again since. */
const keyOf = (defect: IntegrityDefect): string =>
  canonicalText(defect.kind === 'records-missing' ? { ...defect, foundSeq: 0 } : defect);

const eventOf = (defect: IntegrityDefect): 'clock-jump' | 'integrity-defect' =>
  defect.kind === 'clock-back' || defect.kind === 'clock-jump' ? 'clock-jump' : 'integrity-defect';

function fromJournal(deps: Deps): {
  readonly known: Map<string, Known>;
  readonly read: Map<number, DefectView['readAt']>;
} {
  const known = new Map<string, Known>();
  const read = new Map<number, DefectView['readAt']>();
  for (const row of deps.store.integrityRecords(deps.till)) {
    const payload = payloadOf(row, 'event');
    if (row.type === 'integrity-read') read.set(integrityRead.parse(payload).seq, row.at);
    else {
      const defect = integrityDefect.parse(payload);
      known.set(keyOf(defect), { seq: row.seq, at: row.at, defect });
    }
  }
  return { known, read };
}
