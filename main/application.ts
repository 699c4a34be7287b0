import { lockFolder } from '#db/folder-lock.ts';
import type { Opened } from '#db/open.ts';
import { type Store, storeOn } from '#db/store.ts';
import type { Keystore } from '#drivers/keystore/port.ts';
import type { TillId } from '#domain/ids.ts';
import { type Result, ok, refuse } from '#domain/result.ts';
import { type Instant, instant } from '#domain/time.ts';
import { argonPasswords } from './access/passwords.ts';
import { type ConnectRefusal, type Connection, connectTo, listenersOf } from './connection.ts';
import { type Desks, everything, openDesks } from './desk/desks.ts';
import type { PointContext } from './desk/open.ts';
import { type DeskRefusal, warningsOf } from './desk/open.ts';
import { madeFolder } from './folder.ts';
import { isDiskFull } from './disk-full.ts';
import { type PointRefusal, openPoint } from './point.ts';
import type { Report } from './report.ts';
import { answerBeforeSetUp } from './set-up/before.ts';
import { setUpDemo } from './set-up/demo.ts';
import { demoPeopleMissing, registerDemoPeople } from './set-up/demo-people.ts';
import { forgetTrainings } from './training/open.ts';

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
  /** How long a folder that another application holds is waited for: it may be closing. */
  readonly patienceMs?: number;
  /** A bug: kept on the machine, with ids and no names. */
  readonly report: Report;
}

/** The point, open, with all its tills. */
export interface Application {
  /** In the order of their numbers; none before set-up. */
  readonly tills: () => readonly TillId[];
  /** What a shell gives its windows or tabs: the till that it names, or with null the only one. */
  readonly connect: (till: TillId | null) => Result<Connection, ConnectRefusal>;
  readonly close: () => Promise<void>;
}

export type ApplicationRefusal =
  | PointRefusal
  | DeskRefusal
  /** Another application works on this folder. */
  | { readonly kind: 'already-open' };

interface OpenPoint {
  readonly store: Store;
  readonly key: Uint8Array | null;
  /** Undefined before set-up. */
  readonly desks: Desks | undefined;
}

/**
 * Opens the point in a folder, setting the demonstration up when asked and nothing is there. The folder above has to
 * stand already. @throws what the disk or the database say; whatever was opened until then is closed again.
 */
export async function openApplication(
  options: ApplicationOptions,
): Promise<Result<Application, ApplicationRefusal>> {
  const listeners = listenersOf(options.report);
  const changed: Context['changed'] = (at, ...topics) => listeners.tell(at, topics);
  const now = options.now ?? (() => instant(new Date().toISOString()));
  const context = { options, now, changed };
  // What cannot be made is said by the first file that is opened in it.
  madeFolder(options.folder);
  const unlock = await lockPatiently(options.folder, options.patienceMs ?? 0);
  if (!unlock) return refuse({ kind: 'already-open' });
  const opened = await open(context).catch((error: unknown) => {
    unlock();
    throw error;
  });
  if (!opened.ok) {
    unlock();
    return opened;
  }
  let point = opened.value;
  const reopen = async (): Promise<void> => {
    const again = await open(context);
    if (!again.ok) throw new Error(`the point cannot be opened again: ${again.refusal.kind}`);
    point = again.value;
    changed(null, ...everything);
  };
  const checkpoint = (): void => checkpointOf(point.store, options.report);
  const idle = setInterval(checkpoint, 30_000);
  idle.unref();
  let closing: Promise<void> | null = null;
  let settingUp: Promise<unknown> = Promise.resolve();
  const close = async (): Promise<void> => {
    clearInterval(idle);
    // First, and at once: the desktop's session may give no more time than this.
    checkpoint();
    try {
      await point.desks?.close();
    } catch (error) {
      options.report('closing', error);
    } finally {
      point.store.close();
      unlock();
    }
  };
  const beforeSetUp = (name: string, input: unknown): Promise<Result<unknown, unknown>> => {
    // Setting up happens once: two at a time would be two points.
    const mine = settingUp.then(() =>
      point.desks
        ? refuse({ kind: 'already-set-up' })
        : callEmptyPoint({ point, reopen, context }, name, input),
    );
    if (becomesSomebodys.has(name)) settingUp = mine.catch(() => undefined);
    return mine;
  };
  const behind = {
    desks: () => point.desks,
    answerBeforeSetUp: beforeSetUp,
    listeners,
    report: options.report,
  };
  return ok({
    tills: () => point.desks?.tills() ?? [],
    connect: (till) => connectTo(behind, till),
    close: () => (closing ??= close()),
  });
}

function checkpointOf(store: Store, report: Report): void {
  try {
    store.checkpoint();
  } catch (error) {
    // On a full disk the log grows no smaller; nothing of it is lost.
    if (!isDiskFull(error)) report('checkpoint', error);
  }
}

const becomesSomebodys: ReadonlySet<string> = new Set(['enrol', 'restoreBackup']);

interface Context extends Pick<PointContext, 'now' | 'changed'> {
  readonly options: ApplicationOptions;
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

async function open(context: Context): Promise<Result<OpenPoint, ApplicationRefusal>> {
  const opened = openPoint(context.options);
  if (!opened.ok) return opened;
  const { db, key, changedGuards } = opened.value;
  try {
    const point = await openWith({ ...context, store: storeOn(db), key, changedGuards });
    if (!point.ok) db.$client.close();
    return point;
  } catch (error) {
    db.$client.close();
    throw error;
  }
}

async function openWith(
  context: Context & Pick<OpenPoint, 'store' | 'key'> & Pick<Opened, 'changedGuards'>,
): Promise<Result<OpenPoint, ApplicationRefusal>> {
  const { options, now, store, key } = context;
  forgetTrainings(options.folder);
  if (options.demo && store.tills().length === 0)
    await setUpDemo(store, { keystore: options.keystore, passwords: argonPasswords, now });
  if (store.tills().length === 0) return ok({ store, key, desks: undefined });
  const opened = await openDesks(context);
  if (!opened.ok) return opened;
  const desks = opened.value;
  try {
    // Asked for, as when it was begun: what was restored of a demonstration has its people, and gives nobody back.
    // The first desk that finds them missing registers them.
    for (const deps of desks.tills().map(desks.deps))
      if (options.demo && demoPeopleMissing(deps)) await registerDemoPeople(deps);
  } catch (error) {
    await desks.close();
    throw error;
  }
  return ok({ store, key, desks });
}

const lockTryMs = 100;

/** Null when another application still holds the folder after so long. */
async function lockPatiently(folder: string, patienceMs: number): Promise<(() => void) | null> {
  for (let leftMs = patienceMs; ; leftMs -= lockTryMs) {
    const unlock = lockFolder(folder);
    if (unlock || leftMs <= 0) return unlock;
    await new Promise((resolve) => setTimeout(resolve, lockTryMs));
  }
}
