import type { DeskState } from '#contract/desk.ts';
import { type CallName, contract } from '#contract/ipc.ts';
import type { Store } from '#db/store.ts';
import { removableDrives } from '#drivers/drive/removable.ts';
import { type Result, ok, refuse } from '#domain/result.ts';
import type { Instant } from '#domain/time.ts';
import { restoreBackup, tryBackup } from '../backup/restore.ts';
import type { RestoreTools } from '../deps.ts';
import { findBackups } from '../backup/find-backups.ts';
import { isDiskFull } from '../disk-full.ts';
import { enrol } from './enrol.ts';

export interface BeforeSetUp {
  readonly store: Store;
  readonly tools: RestoreTools;
  readonly now: () => Instant;
  readonly warnings: DeskState['warnings'];
  readonly language: 'fr' | 'en';
  readonly version: string;
  /** Closes the empty point so that another takes its place; it is opened again by the caller. */
  readonly closePoint: () => Promise<void>;
}

type Answer = Result<unknown, unknown>;
type BeforeCall = (before: BeforeSetUp, input: never) => Answer | Promise<Answer>;

/** What a till answers before it knows whose it is: nobody is signed in and there is nothing to protect. */
const calls: Partial<Record<CallName, BeforeCall>> = {
  deskState: (before) => ok(emptyDesk(before)),
  signInChoices: () => ok([]),
  chooseLanguage: () => ok(null),
  work: () => ok(null),
  enrol: ({ store, tools, now }, input) => enrol({ store, keystore: tools.keystore, now }, input),
  findBackups: (_before, input) => findBackups({ drives: () => removableDrives() }, input),
  tryBackup: ({ tools }, input) => tryBackup(tools, input),
  restoreBackup: ({ tools, closePoint }, input) => restoreBackup(tools, input, closePoint),
};

export async function answerBeforeSetUp(before: BeforeSetUp, name: string, input: unknown): Promise<Answer> {
  const answer = Object.hasOwn(calls, name) ? calls[name as CallName] : undefined;
  if (!answer) return refuse({ kind: 'not-set-up' });
  const parsed = contract[name as CallName].input.safeParse(input ?? {});
  if (!parsed.success)
    return refuse({ kind: 'bad-input', where: parsed.error.issues.map((issue) => issue.path.join('.')) });
  try {
    return await answer(before, parsed.data as never);
  } catch (error) {
    if (isDiskFull(error)) return refuse({ kind: 'disk-full' });
    throw error;
  }
}

const emptyDesk = (before: BeforeSetUp): DeskState => ({
  setUp: false,
  demo: false,
  site: null,
  till: null,
  operator: null,
  mustChangePassword: false,
  locked: false,
  idleLockMinutes: 5,
  session: null,
  printer: { state: 'none', label: '', fault: null, drawerOpen: null, waitingJobs: 0 },
  scanner: { devices: [], wedge: { kind: 'usual' } },
  exchange: {
    waiting: 0,
    oldestDay: null,
    referenceNumber: 0,
    referencePublishedAt: null,
    lastContactAt: null,
  },
  families: [],
  heldBaskets: 0,
  integrity: { unread: 0 },
  backupProblem: null,
  training: null,
  warnings: before.warnings,
  language: before.language,
  now: before.now(),
  version: before.version,
});
