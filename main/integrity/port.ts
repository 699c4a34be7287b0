import type { IntegrityState } from '#contract/integrity.ts';
import type { ChainHeads, HeadSource } from '#domain/integrity.ts';
import type { readHeadFile } from '../journal/head-file.ts';

/** What the desk asks of the watch over its own record. */
export interface Integrity {
  /** How many defects nobody has read yet. */
  readonly unread: () => number;
  /** False when nothing of that number was ever found. */
  readonly markRead: (seq: number) => boolean;
  /** What can be told without reading the journal: a constant amount of work, whatever its length. */
  readonly lookAtStart: (found: FoundAtStart) => void;
  /** Compares with where somebody else remembers the chains. */
  readonly compare: (remembered: ChainHeads, source: HeadSource) => void;
  /** Compares the clock with the time this machine has been on; call now and then. */
  readonly lookAtClock: () => void;
  /** Looks at every record; false when it could not. One check at a time: who asks meanwhile waits for the same one. */
  readonly check: (share: number) => Promise<boolean>;
  readonly state: () => IntegrityState;
  readonly close: () => void;
}

/** What the machine held when the point was opened. */
export interface FoundAtStart {
  /** Where the file beside the database says that the chains stood. */
  readonly heads: ReturnType<typeof readHeadFile>;
  readonly changedGuards: readonly string[];
}
