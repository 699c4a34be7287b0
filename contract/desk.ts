import type { Site } from '#domain/catalogue.ts';
import type { OperatorCode, SessionId, SiteCode, TillId } from '#domain/ids.ts';
import type { Cents } from '#domain/money.ts';
import type { DeskRole } from '#domain/roles.ts';
import type { Day, Instant } from '#domain/time.ts';
import { z } from 'zod';
import { call, type } from './call.ts';
import type { BackupProblem } from './journal.ts';
import type { PrinterView } from './printer.ts';
import type { ScannerDevice, WedgeChoice } from './scanner.ts';
import type { TrainingState } from './training.ts';
import { cashCount, dayField, neededText, operatorCode, password } from './fields.ts';

export interface OperatorView {
  readonly code: OperatorCode;
  readonly name: string;
  readonly role: DeskRole | null;
  readonly admin: boolean;
}

export interface SessionView {
  readonly id: SessionId;
  readonly number: number;
  readonly businessDay: Day;
  readonly openedAt: Instant;
  readonly openedBy: string;
  readonly floatCents: Cents;
  /** A session of an earlier business day: it is closed first, before any sale. */
  readonly stale: boolean;
}

/** How this computer keeps its data, as long as nobody changes it. */
export type StandingWarning = 'unencrypted' | 'key-file';

/** Everything the frame around every screen needs. */
export interface DeskState {
  readonly setUp: boolean;
  readonly demo: boolean;
  readonly site: Pick<Site, 'code' | 'name' | 'address' | 'phone' | 'openingDays' | 'timeZone'> | null;
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

/** Names that may sign in. Passwords are given only by the demonstration point. */
export interface SignInChoice extends OperatorView {
  readonly demoPassword: string | null;
  readonly hasPin: boolean;
}

export interface OpeningProposal {
  readonly businessDay: Day;
  readonly earliestDay: Day;
  readonly lastBusinessDay: Day | null;
  readonly floatLeftCents: Cents | null;
  /** The date must be confirmed in words: before the last record, or far after it. */
  readonly dayNeedsConfirmation: boolean;
}

export type SignInRefusal =
  | { readonly kind: 'wrong-password'; readonly triesLeft: number }
  | { readonly kind: 'throttled'; readonly waitSeconds: number }
  | { readonly kind: 'operator-stopped' }
  | { readonly kind: 'password-expired' };

export type PasswordRefusal = { readonly kind: 'password-too-weak' };

export const deskCalls = {
  deskState: call({
    role: 'nobody',
    evenWhile: ['locked', 'handed-password', 'training'],
    askedAgainOn: ['desk', 'batches', 'print-jobs', 'team', 'tickets', 'journal'],
    input: z.object({}),
    output: type<DeskState>(),
    refusals: type<never>(),
  }),
  signInChoices: call({
    role: 'nobody',
    evenWhile: ['locked', 'handed-password', 'training'],
    askedAgainOn: ['desk', 'team'],
    input: z.object({}),
    output: type<readonly SignInChoice[]>(),
    refusals: type<never>(),
  }),
  enrol: call({
    role: 'nobody',
    evenWhile: ['training'],
    input: z.object({ code: neededText, url: z.string().max(300) }),
    output: type<{ readonly recoveryKey: string; readonly siteName: string }>(),
    refusals: type<
      | { kind: 'already-set-up' }
      | { kind: 'enrolment-code-unreadable' }
      | { kind: 'enrolment-code-refused' }
      | { kind: 'headquarters-unreachable' }
      | { kind: 'headquarters-not-https' }
      | { kind: 'headquarters-not-recognised' }
    >(),
  }),
  /** One more till for a point that has one, by a code of the same headquarters for the same site. */
  addTill: call({
    role: 'admin',
    input: z.object({ code: neededText }),
    output: type<{ readonly till: TillId }>(),
    refusals: type<
      | { kind: 'no-headquarters' }
      | { kind: 'enrolment-code-unreadable' }
      | { kind: 'enrolment-code-refused' }
      | { kind: 'other-site'; readonly site: SiteCode }
      | { kind: 'till-exists'; readonly till: TillId }
      | { kind: 'headquarters-unreachable' }
      | { kind: 'headquarters-not-https' }
      | { kind: 'headquarters-not-recognised' }
    >(),
  }),
  createFirstOperator: call({
    role: 'nobody',
    evenWhile: ['training'],
    input: z.object({ name: neededText, password }),
    output: type<OperatorView>(),
    refusals: type<{ kind: 'not-set-up' } | { kind: 'team-exists' } | PasswordRefusal>(),
  }),
  signIn: call({
    role: 'nobody',
    evenWhile: ['training'],
    input: z.object({ operator: operatorCode, password }),
    output: type<OperatorView>(),
    refusals: type<SignInRefusal | { kind: 'somebody-signed-in' }>(),
  }),
  signOut: call({
    role: 'trainee',
    evenWhile: ['handed-password', 'training'],
    input: z.object({}),
    output: type<null>(),
    refusals: type<never>(),
  }),
  lock: call({
    role: 'nobody',
    evenWhile: ['locked', 'handed-password', 'training'],
    input: z.object({}),
    output: type<null>(),
    refusals: type<never>(),
  }),
  unlock: call({
    role: 'nobody',
    evenWhile: ['locked', 'handed-password', 'training'],
    input: z.object({ secret: password }),
    output: type<OperatorView>(),
    refusals: type<SignInRefusal | { kind: 'pin-tries-used' }>(),
  }),
  takeOver: call({
    role: 'nobody',
    evenWhile: ['locked', 'handed-password', 'training'],
    input: z.object({ operator: operatorCode, password }),
    output: type<OperatorView>(),
    refusals: type<SignInRefusal>(),
  }),
  changePassword: call({
    role: 'trainee',
    evenWhile: ['handed-password'],
    input: z.object({
      current: password,
      next: password,
      pin: z
        .string()
        .regex(/^\d{4,6}$/)
        .optional(),
    }),
    output: type<null>(),
    refusals: type<SignInRefusal | PasswordRefusal>(),
  }),
  openingProposal: call({
    role: 'seller',
    evenWhile: ['training'],
    askedAgainOn: ['desk'],
    input: z.object({}),
    output: type<OpeningProposal>(),
    refusals: type<never>(),
  }),
  openSession: call({
    role: 'seller',
    evenWhile: ['training'],
    input: z.object({ businessDay: dayField, count: cashCount, dayConfirmed: z.boolean() }),
    output: type<SessionView & { readonly floatDifferenceCents: Cents | null }>(),
    refusals: type<
      | { kind: 'session-open' }
      | { kind: 'day-in-future' }
      | { kind: 'day-before-last'; readonly lastBusinessDay: Day }
      | { kind: 'day-needs-confirmation'; readonly lastBusinessDay: Day }
    >(),
  }),
} as const;
