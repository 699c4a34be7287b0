import type { Answer, CallName, Input, Output } from '#contract/ipc.ts';
import type { Topic } from '#contract/form/topics.ts';
import type { PrinterView } from '#contract/printing.ts';
import type { TrainingState } from '#contract/training.ts';
import type { StandingWarning } from '#contract/desk.ts';
import type { ReadingStore, Store } from '#db/store.ts';
import type { OperatorCode, SaleId, TillId } from '#domain/ids.ts';
import type { Instant } from '#domain/time.ts';
import type { Keystore } from '#drivers/keystore/port.ts';
import type { Signer } from '#exchange/crypto.ts';

import type { CardsInHand } from './network/cards-in-hand.ts';
import type { Integrity } from './integrity/port.ts';
import type { ReferenceInForce } from './reference.ts';
import type { AgeKey } from './set-up/till-keys.ts';
import type { HeadFile } from './journal/head-file.ts';
import type { LaterLine } from './later.ts';
import type { Scanning } from './scanning/scanning.ts';
import type { WorkDesk } from './work/desk.ts';
import type { PointFile, TillKey } from './work/tasks.ts';

export interface RestoreTools {
  /** The point's folder. */
  readonly folder: string;
  readonly keystore: Keystore;
  readonly migrationsFolder: string;
  readonly workerFile: URL;
}

/** Slow hashes of passwords and PINs, off the main thread. */
export interface Passwords {
  readonly hash: (secret: string) => Promise<string>;
  readonly verify: (hash: string, secret: string) => Promise<boolean>;
}

/** What main keeps of a till between calls: who is signed in, and failed tries. Never in the page. */
export interface DeskMemory {
  operator: OperatorCode | null;
  locked: boolean;
  pinTries: number;
  /** The last sale, once the next person was called. */
  leftSale: SaleId | null;
  readonly failures: Map<OperatorCode, { count: number; until: number }>;
}

export interface Printing {
  /** Tells the loop that a job waits; never blocks. */
  readonly wake: () => void;
  readonly state: () => PrinterView;
  readonly test: () => Promise<Output<'testPrinter'>>;
  /** Opens the drawer on a pin and looks at which level its switch then has; null when the printer does not say. */
  readonly testDrawer: (pin: 0 | 1) => Promise<Output<'testDrawer'>>;
  /** Settings changed: take the printer that is chosen now. */
  readonly reload: () => void;
}

export interface SendReport {
  readonly sent: number;
  readonly waiting: number;
}

export type SendRefusal =
  | { readonly kind: 'no-headquarters' }
  | { readonly kind: 'headquarters-unreachable'; readonly detail: string };

export interface Sync {
  /** Encrypts and sends what waits, soon, without blocking. */
  readonly wake: () => void;
  readonly sendNow: () => Promise<{ ok: true; value: SendReport } | { ok: false; refusal: SendRefusal }>;
  readonly lastContactAt: () => Instant | null;
  /** How far headquarters' clock was ahead at the last contact; null before any. */
  readonly driftMs: () => number | null;
}

/** The way into the practice point and out of it. */
export interface Practice {
  /** Set on the desk that practises. */
  readonly state: () => TrainingState | null;
  readonly begin: () => Promise<void>;
  readonly end: () => Promise<void>;
}

/** The other desks of the point, and one more. */
export interface PointDesks {
  /** Every desk of the point, this one among them. */
  readonly all: () => readonly Deps[];
  /** Opens the desk of a till that the database has and that stands nowhere yet. */
  readonly open: (till: TillId) => Promise<void>;
}

/** What every use case is given: the point, and the desk of the connection it was called on. */
export interface Deps {
  readonly store: Store;
  readonly now: () => Instant;
  /** UUIDv7. */
  readonly newId: () => string;
  readonly random: (bytes: number) => Uint8Array;
  readonly sha256: (text: string) => string;
  readonly till: TillId;
  readonly demo: boolean;
  readonly signer: Signer;
  /** Public key of headquarters, fixed at the enrolment. */
  readonly headquarters: { readonly keyId: string; readonly publicKey: string };
  readonly reference: () => ReferenceInForce;
  /** Forget the reference read so far: another one is in force. */
  readonly referenceChanged: () => void;
  readonly passwords: Passwords;
  readonly desk: DeskMemory;
  readonly printing: Printing;
  readonly scanning: Omit<Scanning, 'close' | 'hearMachine'>;
  readonly sync: Sync;
  readonly changed: (...topics: Topic[]) => void;
  readonly version: string;
  readonly dataFolder: string;
  readonly encrypted: boolean;
  readonly warnings: readonly StandingWarning[];
  readonly keystore: Keystore;
  /** The database as work beside the till opens it. */
  readonly point: PointFile;
  readonly tillKey: TillKey;
  readonly heads: Pick<HeadFile, 'flush'>;
  /** What cards of the network open. */
  readonly cards: CardsInHand;
  /** What headquarters' answers are wrapped to. */
  readonly ageKey: AgeKey;
  readonly integrity: Integrity;
  readonly work: WorkDesk;
  /** Does it soon, one after another, and never in anybody's way; what fails is reported. */
  readonly later: LaterLine['later'];
  readonly desks: PointDesks;
  /** USB drives that are plugged in now. */
  readonly drives: () => Promise<readonly string[]>;
  readonly practice: Practice;
  /** What a test restore works with. */
  readonly restoring: RestoreTools;
}

/** What code that only reads is given: a write through it does not compile. */
export type ReadingDeps = Omit<Deps, 'store'> & { readonly store: ReadingStore };

/** What answers a call: a promise only where it waits. */
export type UseCase<N extends CallName> = (deps: Deps, input: Input<N>) => Answer<N> | Promise<Answer<N>>;
/** The calls that one subject answers. */
export type UseCases = { readonly [N in CallName]?: UseCase<N> };
