import { mkdirSync } from 'node:fs';
import type { Changed, Topic } from '#contract/ipc.ts';
import { lockFolder } from '#db/folder-lock.ts';
import { type Store, storeOn } from '#db/store.ts';
import type { Keystore } from '#drivers/keystore/port.ts';
import { type Result, ok, refuse } from '#domain/result.ts';
import { type Instant, instant } from '#domain/time.ts';
import { argonPasswords } from './access/passwords.ts';
import { type Desk, openDesk, warningsOf } from './desk.ts';
import type { Practice } from './deps.ts';
import { dispatch } from './ipc.ts';
import { type PointRefusal, openPoint } from './point.ts';
import { answerBeforeSetUp } from './set-up/before.ts';
import { setUpDemo } from './set-up/demo.ts';
import { registerDemoPeople } from './set-up/demo-people.ts';
import { forgetTraining } from './training/open.ts';
import { trainingSwitch } from './training/switch.ts';

export interface ApplicationOptions {
  readonly folder: string;
  readonly keystore: Keystore;
  readonly allowPlain: boolean;
  readonly migrationsFolder: string;
  /** Program of the threads that archive, back up and check beside the till. */
  readonly workerFile: URL;
  readonly demo: boolean;
  readonly version: string;
  readonly language?: 'fr' | 'en';
  readonly now?: () => Instant;
  /** A bug: kept on the machine, with ids and no names. */
  readonly report: (incident: string, error: unknown) => void;
}

/** The point, open. A shell connects its windows or tabs to it. */
export interface Application {
  /** One call from a connection; the till is the connection's, never the caller's to name. */
  readonly call: (name: string, input: unknown) => Promise<Result<unknown, unknown>>;
  readonly onChanged: (listener: (changed: Changed) => void) => () => void;
  readonly close: () => Promise<void>;
}

export type ApplicationRefusal =
  | PointRefusal
  | { readonly kind: 'signing-key-missing' }
  /** Another application works on this folder. */
  | { readonly kind: 'already-open' };

interface OpenPoint {
  readonly store: Store;
  readonly key: Uint8Array | null;
  /** Undefined before set-up. */
  readonly desk: Desk | undefined;
}

/** Opens the point in a folder, setting the demonstration up when asked and nothing is there. */
export async function openApplication(
  options: ApplicationOptions,
): Promise<Result<Application, ApplicationRefusal>> {
  const listeners = new Set<(changed: Changed) => void>();
  const changed = (...topics: Topic[]): void => {
    for (const listener of listeners) listener({ topics });
  };
  const now = options.now ?? (() => instant(new Date().toISOString()));
  const training = trainingSwitch({
    real: () => point.desk?.deps,
    migrationsFolder: options.migrationsFolder,
    onSwitch: () => changed(...everything),
  });
  const context = { options, now, changed, practice: training.practice };
  mkdirSync(options.folder, { recursive: true, mode: 0o700 });
  const unlock = lockFolder(options.folder);
  if (!unlock) return refuse({ kind: 'already-open' });
  const opened = await open(context);
  if (!opened.ok) {
    unlock();
    return opened;
  }
  let point = opened.value;
  const reopen = async (): Promise<void> => {
    const again = await open(context);
    if (!again.ok) throw new Error(`the point cannot be opened again: ${again.refusal.kind}`);
    point = again.value;
    changed(...everything);
  };
  const idle = setInterval(() => point.store.checkpoint(), 30_000);
  idle.unref();
  let closing: Promise<void> | null = null;
  let settingUp: Promise<unknown> = Promise.resolve();
  const close = async (): Promise<void> => {
    clearInterval(idle);
    if (training.desk()) await training.end();
    await point.desk?.close();
    point.store.close();
    unlock();
  };
  return ok({
    call: async (name, input) => {
      const desk = training.desk() ?? point.desk;
      if (!desk) {
        // Setting up happens once: two at a time would be two points.
        const last = settingUp;
        const mine = last.then(() =>
          point.desk
            ? refuse({ kind: 'already-set-up' })
            : callEmptyPoint({ point, reopen, context }, name, input),
        );
        if (becomesSomebodys.has(name)) settingUp = mine.catch(() => undefined);
        return mine;
      }
      if (name === 'enrol' || name === 'restoreBackup') return refuse({ kind: 'already-set-up' });
      return dispatch(desk.deps, name, input, options.report);
    },
    onChanged: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => (closing ??= close()),
  });
}

const becomesSomebodys: ReadonlySet<string> = new Set(['enrol', 'restoreBackup']);

interface Context {
  readonly options: ApplicationOptions;
  readonly now: () => Instant;
  readonly changed: (...topics: Topic[]) => void;
  readonly practice: Practice;
}

/** A call to a point that is nobody's yet: it may become somebody's by it, and is then opened again. */
async function callEmptyPoint(
  empty: { readonly point: OpenPoint; readonly reopen: () => Promise<void>; readonly context: Context },
  name: string,
  input: unknown,
): Promise<Result<unknown, unknown>> {
  const { store, key } = empty.point;
  const { options, now } = empty.context;
  let closed = false;
  const closePoint = async (): Promise<void> => {
    closed = true;
    store.close();
  };
  const before = {
    store,
    tools: options,
    now,
    warnings: warningsOf({ key, options }),
    language: options.language ?? 'fr',
    version: options.version,
    closePoint,
  };
  try {
    const answer = await answerBeforeSetUp(before, name, input);
    if (name === 'enrol' && answer.ok) await closePoint();
    return answer;
  } finally {
    if (closed) await empty.reopen();
  }
}

const everything: readonly Topic[] = [
  'desk',
  'basket',
  'stock',
  'batches',
  'print-jobs',
  'team',
  'tickets',
  'journal',
  'money',
];

async function open(context: Context): Promise<Result<OpenPoint, ApplicationRefusal>> {
  const { options, now } = context;
  const opened = openPoint(options);
  if (!opened.ok) return opened;
  forgetTraining(options.folder);
  const { db, key, changedGuards } = opened.value;
  const store = storeOn(db);
  const fresh = options.demo && store.tills().length === 0;
  if (fresh) await setUpDemo(store, { keystore: options.keystore, passwords: argonPasswords, now });
  const desk = openDesk({ ...context, store, key, changedGuards });
  if (desk && !desk.ok) {
    store.close();
    return desk;
  }
  if (fresh && desk) await registerDemoPeople(desk.value.deps);
  if (options.language && desk) store.saveSetting(desk.value.deps.till, 'language', options.language);
  return ok({ store, key, desk: desk?.value });
}
