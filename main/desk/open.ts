import { randomBytes } from 'node:crypto';
import { uptime } from 'node:os';
import { v7 as uuidv7 } from 'uuid';
import type { Topic } from '#contract/topics.ts';
import type { Store } from '#db/store.ts';
import { removableDrives } from '#drivers/drive/removable.ts';
import type { Keystore } from '#drivers/keystore/port.ts';
import { type Result, ok, refuse } from '#domain/result.ts';
import type { SiteCode, TillId } from '#domain/ids.ts';
import type { Instant } from '#domain/time.ts';
import { type Signer, sha256Hex, verifierAmong } from '#exchange/crypto.ts';
import { argonPasswords } from '../access/passwords.ts';
import { archiveFolder } from '../archive/make.ts';
import { backupFolder } from '../backup/make.ts';
import { catchUp } from '../closing/after.ts';
import type { Deps, Practice } from '../deps.ts';
import { type FoundAtStart, integrityWatch } from '../integrity/watch.ts';
import { noteStart } from '../journal/start.ts';
import { headFile, readHeadFile } from '../journal/head-file.ts';
import { laterLine } from '../later.ts';
import { applyErasures } from '../person/erase.ts';
import { pointFile } from '../point.ts';
import { printLoop } from '../printing/loop.ts';
import { printerFor } from '../printing/printers.ts';
import { type HeadquartersKey, referenceReader } from '../reference.ts';
import type { Report } from '../report.ts';
import { scanning } from '../scanning/scanning.ts';
import { receiveAssigned } from '../set-up/receive-assigned.ts';
import { tillSigner } from '../set-up/till-keys.ts';
import { headquartersClient } from '../exchange/client.ts';
import { syncEvents } from '../exchange/events.ts';
import { syncLoop } from '../exchange/loop.ts';
import { workDesk } from '../work/desk.ts';
import { unwatched } from '../unwatched.ts';
import { runTask } from '../work/run.ts';
import { forgetUnfinished } from '../work/unfinished.ts';

export interface DeskOptions {
  readonly folder: string;
  readonly keystore: Keystore;
  readonly migrationsFolder: string;
  readonly version: string;
  readonly workerFile: URL;
  readonly report: Report;
}

export interface DeskContext {
  readonly options: DeskOptions;
  readonly store: Store;
  /** Of the database; null for the plain one of a development runtime. */
  readonly key: Uint8Array | null;
  /** Guards of the database that were not as they should be when it was opened. */
  readonly changedGuards: readonly string[];
  readonly now: () => Instant;
  readonly changed: (...topics: Topic[]) => void;
  readonly practice: Practice;
}

export interface Desk {
  readonly deps: Deps;
  readonly close: () => Promise<void>;
}

/** Selling comes first: a look at the whole journal works half of the time. */
const quietShare = 0.5;

/** The desk of this machine's till; undefined before set-up. */
export async function openDesk(
  context: DeskContext,
): Promise<Result<Desk, { readonly kind: 'signing-key-missing' }> | undefined> {
  const { store, options, now, changed } = context;
  const [till] = store.tills();
  if (!till) return undefined;
  const signer = tillSigner(options.keystore, till);
  if (!signer) return refuse({ kind: 'signing-key-missing' });
  const headquarters = store.setting<HeadquartersKey>(till.id, 'headquarters');
  if (!headquarters) throw new Error('the till was enrolled without a headquarters');
  const reference = referenceReader(store, headquarters);
  const own = { till: till.id, keyId: till.keyId, publicKey: till.publicKey };
  const point = { file: pointFile(options.folder), key: context.key };
  const remembered = readHeadFile(options.folder, till.id, verifierAmong([own]));
  const heads = headFile({ folder: options.folder, till: till.id, store, signer, now });
  const background = laterLine((error) => options.report('background', error));
  const hardware = openHardware(context, till.id);
  const sync = syncOf(context, { till, signer, headquarters, reference, deps: () => deps });
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
    printing: hardware.printing,
    scanning: hardware.scanning,
    sync,
    changed,
    version: options.version,
    dataFolder: options.folder,
    encrypted: context.key !== null,
    warnings: warningsOf(context),
    keystore: options.keystore,
    point,
    tillKey: own,
    heads,
    integrity: integrityWatch({
      deps: () => deps,
      startCheck: (upTo, share, progress) =>
        runTask(options.workerFile, { task: 'check', point, till: own, heads: upTo, share }, progress),
      uptimeMs: () => uptime() * 1000,
      report: (error) => options.report('integrity', error),
    }),
    work: hardware.work,
    later: background.later,
    drives: () => removableDrives(),
    practice: context.practice,
    restoring: options,
  };
  store.onRecords(heads.follow);
  const onClock = unwatched((error) => options.report('clock', error));
  const clock = setInterval(() => onClock(() => deps.integrity.lookAtClock()), 30_000);
  clock.unref();
  const close = async (): Promise<void> => {
    clearInterval(clock);
    deps.integrity.close();
    // Each for itself: one that cannot end well keeps none of the others open.
    const { printing, scanning: scanners, work } = hardware;
    const ends = [printing.close, scanners.close, sync.close, work.close, background.close];
    for (const end of ends) await end().catch((error: unknown) => options.report('closing', error));
    heads.close();
  };
  try {
    startDesk(deps, { heads: remembered, changedGuards: context.changedGuards });
  } catch (error) {
    await close();
    throw error;
  }
  return ok({ deps, close });
}

/** What works beside the desk: the printer's line, the scanners, the threads. */
function openHardware({ store, options, now, changed }: DeskContext, till: TillId) {
  return {
    printing: printLoop({
      store,
      till,
      now,
      printerFor,
      onChange: () => changed('print-jobs', 'desk'),
      report: (error) => options.report('printing', error),
    }),
    scanning: scanning({
      store,
      till,
      onScan: () => changed('scan'),
      onChange: () => changed('desk'),
      report: (error) => options.report('scanning', error),
    }),
    work: workDesk({ workerFile: options.workerFile, onChange: () => changed('work') }),
  };
}

/** What a start does once the desk stands: looks at its own record, then lets things go on by themselves. */
function startDesk(deps: Deps, found: FoundAtStart): void {
  const { integrity } = deps;
  const written = [archiveFolder(deps), backupFolder(deps)];
  forgetUnfinished(deps.till, { data: deps.dataFolder, written });
  integrity.lookAtStart(found);
  integrity.lookAtClock();
  noteStart(deps);
  deps.heads.flush();
  receiveAssigned(deps);
  applyErasures(deps);
  deps.printing.wake();
  deps.sync.wake();
  deps.later(() => integrity.check(quietShare));
  catchUp(deps);
}

function syncOf(
  { store, options, now, changed }: DeskContext,
  own: {
    readonly till: { readonly id: TillId; readonly site: SiteCode };
    readonly signer: Signer;
    readonly headquarters: HeadquartersKey;
    readonly reference: ReturnType<typeof referenceReader>;
    readonly deps: () => Deps;
  },
): ReturnType<typeof syncLoop> {
  const { till, signer, reference, deps } = own;
  const url = store.setting<string>(till.id, 'headquarters-url');
  return syncLoop({
    store,
    till: till.id,
    site: till.site,
    now,
    client: url === undefined ? null : headquartersClient({ url, signer, now }),
    verify: verifierAmong([own.headquarters]),
    ageRecipients: () => reference.current().body.ageRecipients,
    ...syncEvents(deps),
    onReference: () => {
      reference.forget();
      receiveAssigned(deps());
      applyErasures(deps());
      changed('desk', 'basket', 'stock');
    },
    onChange: () => changed('batches', 'desk'),
    jitter: () => Math.random(),
    report: (error) => options.report('exchange', error),
  });
}

export const warningsOf = (context: Pick<DeskContext, 'key' | 'options'>): Deps['warnings'] => [
  ...(context.key === null ? (['unencrypted'] as const) : []),
  ...(context.options.keystore.kind === 'file' ? (['key-file'] as const) : []),
];
