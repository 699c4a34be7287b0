import type { Deps, Practice } from '../deps.ts';
import { appendEvent } from '../journal/append.ts';
import { type PracticeDesk, openTraining } from './open.ts';

export interface TrainingSwitch {
  /** What the real desk is given. */
  readonly practice: Practice;
  /** The desk that answers instead of the real one, while somebody practises. */
  readonly desk: () => PracticeDesk | null;
  readonly end: () => Promise<void>;
}

/** Puts the practice point in front of the real one, and takes it away again. */
export function trainingSwitch(options: {
  readonly real: () => Deps | undefined;
  readonly migrationsFolder: string;
  readonly onSwitch: () => void;
  readonly report: (error: unknown) => void;
}): TrainingSwitch {
  let training: PracticeDesk | null = null;
  let beginning = false;
  const end = async (): Promise<void> => {
    const ended = training;
    training = null;
    const real = options.real();
    // Whoever leaves a locked practice, or one that somebody else took over, does not find the real till open.
    if (real && ended) {
      const { locked, operator } = ended.deps.desk;
      if (locked || operator !== real.desk.operator) real.desk.locked = true;
      real.store.transaction(() => {
        appendEvent(real, 'training-off');
        real.store.saveSetting(real.till, 'training', false);
      });
    }
    await ended?.close();
    options.onSwitch();
  };
  return {
    desk: () => training,
    end,
    practice: {
      state: () => null,
      begin: async () => {
        const real = options.real();
        if (!real || training || beginning) return;
        beginning = true;
        try {
          const { migrationsFolder, report } = options;
          training = await openTraining(real, { migrationsFolder, onEnd: end, report });
        } finally {
          beginning = false;
        }
        options.onSwitch();
      },
      end: async () => undefined,
    },
  };
}
