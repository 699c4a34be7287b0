import type { Family, Site } from '#domain/catalogue.ts';
import type { TillId } from '#domain/ids.ts';
import type { Day, Instant } from '#domain/time.ts';
import { z } from 'zod';
import type { OperatorView } from './access.ts';
import type { BackupProblem } from './backup.ts';
import { call, type } from './form/call.ts';
import type { PrinterView } from './printing.ts';
import type { ScannerDevice, WedgeChoice } from './scanning.ts';
import type { SessionView } from './session.ts';
import type { TrainingState } from './training.ts';

/** How this computer keeps its data, as long as nobody changes it. */
export type StandingWarning = 'unencrypted' | 'key-file';

/** Everything the frame around every screen needs. */
export interface DeskState {
  readonly setUp: boolean;
  readonly demo: boolean;
  readonly site: Pick<Site, 'code' | 'name' | 'address' | 'phone' | 'openingDays' | 'timeZone'> | null;
  /** How the families of products are named and drawn. */
  readonly families: readonly Pick<Family, 'id' | 'names' | 'icon'>[];
  readonly till: TillId | null;
  readonly operator: OperatorView | null;
  /** The password is the one that was handed over: a new one comes first. */
  readonly mustChangePassword: boolean;
  readonly locked: boolean;
  readonly idleLockMinutes: number;
  readonly session: SessionView | null;
  readonly printer: PrinterView & { readonly waitingJobs: number };
  readonly scanner: { readonly devices: readonly ScannerDevice[]; readonly wedge: WedgeChoice };
  readonly exchange: {
    readonly waiting: number;
    readonly oldestDay: Day | null;
    readonly referenceNumber: number;
    readonly referencePublishedAt: Instant | null;
    readonly lastContactAt: Instant | null;
  };
  readonly heldBaskets: number;
  /** What the till noticed about its own record and nobody has read yet. */
  readonly integrity: { readonly unread: number };
  /** Why the last backup failed; null when it did not. */
  readonly backupProblem: BackupProblem | null;
  /** Set while the desk practises: another database, another chain, marked paper. */
  readonly training: TrainingState | null;
  /** An unencrypted development database, a key without a keystore; a disk on which nothing can be written now. */
  readonly warnings: readonly (StandingWarning | 'disk-full')[];
  readonly language: 'fr' | 'en';
  readonly now: Instant;
  readonly version: string;
}

export const deskCalls = {
  deskState: call({
    role: 'nobody',
    evenWhile: ['locked', 'handed-password', 'training'],
    askedAgainOn: ['desk', 'batches', 'print-jobs', 'team', 'tickets', 'journal'],
    input: z.object({}),
    output: type<DeskState>(),
    refusals: type<never>(),
  }),
} as const;
