import type { Store } from '#db/store.ts';
import type { Instant } from '#domain/time.ts';
import { randomBytes } from 'node:crypto';
import { uptime } from 'node:os';
import { v7 as uuidv7 } from 'uuid';
import type { Topic } from '#contract/form/topics.ts';
import type { TillRow } from '#db/queries/till.ts';
import { removableDrives } from '#drivers/drive/removable.ts';
import type { Keystore } from '#drivers/keystore/port.ts';
import { type Result, ok, refuse } from '#domain/result.ts';
import type { TillId } from '#domain/ids.ts';
import { type Signer, sha256Hex, verifierAmong } from '#exchange/crypto.ts';
import { argonPasswords } from '../access/passwords.ts';
import { archiveFolder } from '../archive/make.ts';
import { backupFolder } from '../backup/make.ts';
import { catchUp } from '../closing/after.ts';
import type { Deps, Practice } from '../deps.ts';
import { integrityWatch } from '../integrity/watch.ts';
import type { FoundAtStart } from '../integrity/port.ts';
import { noteStart } from '../journal/start.ts';
import { headFile, readHeadFile } from '../journal/head-file.ts';
import { signBaseline } from '../ledger/baseline.ts';
import { applyErasures } from '../person/erase.ts';
import { sealCards } from '../person/seal-cards.ts';
import { pointFile } from '../point.ts';
import { printLoop } from '../printing/loop.ts';
import { printerFor } from '../printing/printers.ts';
import type { HeadquartersKey, ReferenceReader } from '../reference.ts';
import type { Report } from '../report.ts';
import { scanning } from '../scanning/scanning.ts';
import { receiveAssigned } from '../set-up/receive-assigned.ts';
import { type AgeKey, tillAgeKey, tillSigner } from '../set-up/till-keys.ts';
import type { CardsInHand } from '../network/cards-in-hand.ts';
import { referenceTaken } from '../network/reference-taken.ts';
import { headquartersClient } from '../exchange/client.ts';
import { syncEvents } from '../exchange/events.ts';
import { syncLoop } from '../exchange/loop.ts';
import type { WorkDesk } from '../work/desk.ts';
import { unwatched } from '../unwatched.ts';
import { runTask } from '../work/run.ts';
import { forgetUnfinished } from '../work/unfinished.ts';

export interface PointContext {
  readonly options: DeskOptions;
  readonly store: Store;
  /** Of the database; null for the plain one of a development runtime. */
  readonly key: Uint8Array | null;
  /** Guards of the database that were not as they should be when it was opened. */
  readonly changedGuards: readonly string[];
  readonly now: () => Instant;
  /** Tells what changed at a till, or for all of them. */
  readonly changed: (at: TillId | null, ...topics: Topic[]) => void;
}

export interface DeskOptions {
  readonly folder: string;
  readonly keystore: Keystore;
  readonly migrationsFolder: string;
  readonly version: string;
  readonly workerFile: URL;
  readonly language?: 'fr' | 'en';
  readonly report: Report;
}

/** What the desks of a point have in common. */
export interface SharedByDesks extends PointContext {
  /** The reference in force: one reader for all, so that a till sells at no price that another knows to be past. */
  readonly reference: (headquarters: HeadquartersKey) => ReferenceReader;
  /** What cards of other points opened here: one memory for all desks. */
  readonly cards: (headquarters: HeadquartersKey) => CardsInHand;
  /** One piece of long work at a time on a machine. */
  readonly work: WorkDesk;
  readonly later: Deps['later'];
  readonly desks: Deps['desks'];
}

export interface DeskContext extends SharedByDesks {
  readonly practice: Practice;
}

export interface Desk {
  readonly deps: Deps;
  /** Listens to the scanners of this machine that are no keyboards. */
  readonly hearMachine: () => void;
  /** Ends what works beside the desk. */
  readonly stop: () => Promise<void>;
  /** The last thing: writes where its chains stand. */
  readonly close: () => void;
}

export type DeskRefusal = { readonly kind: 'signing-key-missing' };

/** Selling comes first: a look at the whole journal works half of the time. */
const quietShare = 0.5;

/** The desk of a till. */
export async function openDesk(context: DeskContext, till: TillRow): Promise<Result<Desk, DeskRefusal>> {
  const { store, options, now } = context;
  const signer = tillSigner(options.keystore, till);
  if (!signer) return refuse({ kind: 'signing-key-missing' });
  const headquarters = store.setting<HeadquartersKey>(till.id, 'headquarters');
  if (!headquarters) throw new Error('the till was enrolled without a headquarters');
  const reference = context.reference(headquarters);
  const own = { till: till.id, keyId: till.keyId, publicKey: till.publicKey };
  const point = { file: pointFile(options.folder), key: context.key };
  const remembered = readHeadFile(options.folder, till.id, verifierAmong([own]));
  const heads = headFile({ folder: options.folder, till: till.id, store, signer, now });
  const hardware = openHardware(context, till.id);
  const ageKey = await tillAgeKey(options.keystore, till.id);
  const sync = syncOf(context, { till, signer, ageKey, headquarters, reference, deps: () => deps });
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
    desk: { operator: null, locked: false, pinTries: 0, leftSale: null, failures: new Map() },
    printing: hardware.printing,
    scanning: hardware.scanning,
    sync,
    changed: (...topics) => context.changed(till.id, ...topics),
    version: options.version,
    dataFolder: options.folder,
    encrypted: context.key !== null,
    warnings: warningsOf(context),
    keystore: options.keystore,
    point,
    tillKey: own,
    heads,
    cards: context.cards(headquarters),
    ageKey,
    integrity: integrityWatch({
      deps: () => deps,
      startCheck: (upTo, share, progress) =>
        runTask(options.workerFile, { task: 'check', point, till: own, heads: upTo, share }, progress),
      uptimeMs: () => uptime() * 1000,
      report: (error) => options.report('integrity', error),
    }),
    work: context.work,
    later: context.later,
    desks: context.desks,
    drives: () => removableDrives(),
    practice: context.practice,
    restoring: options,
  };
  const unheard = store.onRecords((grown) => grown === till.id && heads.follow());
  const onClock = unwatched((error) => options.report('clock', error));
  const clock = setInterval(() => onClock(() => deps.integrity.lookAtClock()), 30_000);
  clock.unref();
  const stop = async (): Promise<void> => {
    clearInterval(clock);
    deps.integrity.close();
    // Each for itself: one that cannot end well keeps none of the others open.
    for (const end of [hardware.printing.close, hardware.scanning.close, sync.close])
      await end().catch((error: unknown) => options.report('closing', error));
  };
  const close = (): void => {
    unheard();
    heads.close();
  };
  try {
    startDesk(deps, { heads: remembered, changedGuards: context.changedGuards });
  } catch (error) {
    await stop();
    close();
    throw error;
  }
  return ok({ deps, hearMachine: hardware.scanning.hearMachine, stop, close });
}

/** What works beside the desk: the printer's line, the scanners. */
function openHardware({ store, options, now, changed: tell }: DeskContext, till: TillId) {
  const changed = (...topics: Topic[]): void => tell(till, ...topics);
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
  };
}

/** What a start does once the desk stands: looks at its own record, then lets things go on by themselves. */
function startDesk(deps: Deps, found: FoundAtStart): void {
  const { integrity } = deps;
  const written = [archiveFolder(deps), backupFolder(deps)];
  forgetUnfinished(deps.till, written);
  integrity.lookAtStart(found);
  integrity.lookAtClock();
  noteStart(deps);
  signBaseline(deps);
  deps.heads.flush();
  receiveAssigned(deps);
  applyErasures(deps);
  sealCards(deps);
  deps.printing.wake();
  deps.sync.wake();
  deps.later(() => integrity.check(quietShare));
  catchUp(deps);
}

function syncOf(
  { store, options, now, changed: tell }: DeskContext,
  own: {
    readonly till: TillRow;
    readonly signer: Signer;
    readonly ageKey: AgeKey;
    readonly headquarters: HeadquartersKey;
    readonly reference: ReferenceReader;
    readonly deps: () => Deps;
  },
): ReturnType<typeof syncLoop> {
  const { till, signer, reference, deps } = own;
  const changed = (...topics: Topic[]): void => tell(till.id, ...topics);
  const url = store.setting<string>(till.id, 'headquarters-url');
  return syncLoop({
    store,
    till: till.id,
    site: till.site,
    now,
    client:
      url === undefined
        ? null
        : headquartersClient({
            url,
            signer,
            recipient: own.ageKey.recipient,
            now,
          }),
    verify: verifierAmong([own.headquarters]),
    ageRecipients: () => reference.current().body.ageRecipients,
    ...syncEvents(deps),
    identity: own.ageKey.identity,
    onReference: () => referenceTaken(deps()),
    onChange: () => changed('batches', 'desk'),
    jitter: () => Math.random(),
    report: (error) => options.report('exchange', error),
  });
}

export const warningsOf = (context: {
  readonly key: Uint8Array | null;
  readonly options: Pick<DeskOptions, 'keystore'>;
}): Deps['warnings'] => [
  ...(context.key === null ? (['unencrypted'] as const) : []),
  ...(context.options.keystore.kind === 'file' ? (['key-file'] as const) : []),
];
