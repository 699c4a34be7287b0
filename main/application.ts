import { randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { DeskState } from '#contract/desk.ts';
import { type Changed, type Topic, contract } from '#contract/ipc.ts';
import { type Store, storeOn } from '#db/store.ts';
import type { Keystore } from '#drivers/keystore/port.ts';
import { type Result, ok, refuse } from '#domain/result.ts';
import { type Instant, instant } from '#domain/time.ts';
import { sha256Hex, verifierAmong } from '#exchange/crypto.ts';
import { argonPasswords } from './access/passwords.ts';
import type { Deps } from './deps.ts';
import { dispatch } from './ipc.ts';
import { type PointRefusal, openPoint } from './point.ts';
import { printLoop } from './printing/loop.ts';
import { printerFor } from './printing/printers.ts';
import { type HeadquartersKey, referenceReader } from './reference.ts';
import { setUpDemo } from './set-up/demo.ts';
import { registerDemoPeople } from './set-up/demo-people.ts';
import { enrol } from './set-up/enrol.ts';
import { receiveAssigned } from './set-up/receive-assigned.ts';
import { tillSigner } from './set-up/till-keys.ts';
import { headquartersClient } from './sync/client.ts';
import { syncLoop } from './sync/loop.ts';

export interface ApplicationOptions {
  readonly folder: string;
  readonly keystore: Keystore;
  readonly allowPlain: boolean;
  readonly migrationsFolder: string;
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

export type ApplicationRefusal = PointRefusal | { readonly kind: 'signing-key-missing' };

/** Opens the point in a folder, setting the demonstration up when asked and nothing is there. */
export async function openApplication(
  options: ApplicationOptions,
): Promise<Result<Application, ApplicationRefusal>> {
  const point = openPoint(options);
  if (!point.ok) return point;
  const store = storeOn(point.value.db);
  const listeners = new Set<(changed: Changed) => void>();
  const changed = (...topics: Topic[]): void => {
    for (const listener of listeners) listener({ topics });
  };
  const now = options.now ?? (() => instant(new Date().toISOString()));
  const fresh = options.demo && store.tills().length === 0;
  if (fresh) await setUpDemo(store, { keystore: options.keystore, passwords: argonPasswords, now });

  const context = { options, store, now, changed, encrypted: point.value.encrypted };
  let desk = openDesk(context);
  if (desk && !desk.ok) {
    store.close();
    return desk;
  }
  if (fresh && desk) await registerDemoPeople(desk.value.deps);
  if (options.language && desk) store.saveSetting(desk.value.deps.till, 'language', options.language);

  const idle = setInterval(() => store.checkpoint(), 30_000);
  idle.unref();
  return ok({
    call: async (name, input) => {
      if (name === 'enrol') {
        const answer = await enrolCall(context, input);
        desk = openDesk(context);
        changed('desk');
        return answer;
      }
      if (desk?.ok) return dispatch(desk.value.deps, name, input, options.report);
      return beforeSetUp(context, name);
    },
    onChanged: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      clearInterval(idle);
      if (desk?.ok) await desk.value.close();
      store.close();
    },
  });
}

interface Context {
  readonly options: ApplicationOptions;
  readonly store: Store;
  readonly now: () => Instant;
  readonly changed: (...topics: Topic[]) => void;
  readonly encrypted: boolean;
}

interface Desk {
  readonly deps: Deps;
  readonly close: () => Promise<void>;
}

/** The desk of this machine's till; undefined before set-up. */
function openDesk(context: Context): Extract<Result<Desk, ApplicationRefusal>, object> | undefined {
  const { store, options, now, changed } = context;
  const [till] = store.tills();
  if (!till) return undefined;
  const signer = tillSigner(options.keystore, till);
  if (!signer) return refuse({ kind: 'signing-key-missing' });
  const headquarters = store.setting<HeadquartersKey>(till.id, 'headquarters');
  if (!headquarters) throw new Error('the till was enrolled without a headquarters');
  const reference = referenceReader(store, headquarters);
  const printing = printLoop({
    store,
    till: till.id,
    now,
    printerFor,
    onChange: () => changed('print-jobs', 'desk'),
  });
  const url = store.setting<string>(till.id, 'headquarters-url');
  const sync = syncLoop({
    store,
    till: till.id,
    site: till.site,
    now,
    client: url === undefined ? null : headquartersClient({ url, signer, now }),
    verify: verifierAmong([headquarters]),
    ageRecipients: () => reference.current().body.ageRecipients,
    onReference: () => {
      reference.forget();
      receiveAssigned(deps);
      changed('desk', 'basket', 'stock');
    },
    onChange: () => changed('batches', 'desk'),
    jitter: () => Math.random(),
    report: (error) => options.report('exchange', error),
  });
  const deps: Deps = {
    store,
    now,
    newId: uuidv7,
    random: (bytes) => randomBytes(bytes),
    sha256: sha256Hex,
    till: till.id,
    demo: till.demo,
    signer,
    headquarters,
    reference: reference.current,
    referenceChanged: reference.forget,
    passwords: argonPasswords,
    desk: { operator: null, locked: false, pinTries: 0, failures: new Map() },
    printing,
    sync,
    changed,
    version: options.version,
    dataFolder: options.folder,
    encrypted: context.encrypted,
    warnings: warningsOf(context),
  };
  receiveAssigned(deps);
  printing.wake();
  sync.wake();
  return ok({
    deps,
    close: async () => {
      await printing.close();
      await sync.close();
    },
  });
}

const warningsOf = (context: Context): DeskState['warnings'] => [
  ...(context.encrypted ? [] : (['unencrypted'] as const)),
  ...(context.options.keystore.kind === 'file' ? (['key-file'] as const) : []),
];

async function enrolCall(context: Context, input: unknown): Promise<Result<unknown, unknown>> {
  const parsed = contract.enrol.input.safeParse(input);
  if (!parsed.success) return refuse({ kind: 'bad-input', where: ['code'] });
  return enrol({ store: context.store, keystore: context.options.keystore, now: context.now }, parsed.data);
}

/** What a till answers before it knows whose it is. */
function beforeSetUp(context: Context, name: string): Result<unknown, unknown> {
  if (name === 'signInChoices') return ok([]);
  if (name === 'chooseLanguage') return ok(null);
  if (name !== 'deskState') return refuse({ kind: 'not-set-up' });
  const state: DeskState = {
    setUp: false,
    demo: false,
    site: null,
    till: null,
    operator: null,
    mustChangePassword: false,
    locked: false,
    idleLockMinutes: 5,
    session: null,
    printer: { state: 'none', label: '', fault: null, waitingJobs: 0 },
    exchange: {
      waiting: 0,
      oldestDay: null,
      referenceNumber: 0,
      referencePublishedAt: null,
      lastContactAt: null,
    },
    heldBaskets: 0,
    warnings: warningsOf(context),
    language: context.options.language ?? 'fr',
    now: context.now(),
    version: context.options.version,
  };
  return ok(state);
}
