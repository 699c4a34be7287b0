import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { onTestFinished } from 'vitest';
import type { Answer, CallName, Input } from '#contract/ipc.ts';
import type { Db } from '#db/open.ts';
import type { TillRow } from '#db/queries/till.ts';
import { type Store, storeOn } from '#db/store.ts';
import { fileKeystore } from '#drivers/keystore/file.ts';
import type { Keystore } from '#drivers/keystore/port.ts';
import { type TillId, brandAs } from '#domain/ids.ts';
import { type Instant, instant, instantFromMs, instantMs } from '#domain/time.ts';
import { type SigningKey, sha256Hex, signerFor, verifierAmong } from '#exchange/crypto.ts';
import type { NetworkCard01 } from '#exchange/0.1/reference.ts';
import { sealDocument } from '#exchange/signed-document.ts';
import { type ReferenceBody, openReference, sealReference } from '#exchange/reference.ts';
import type { Deps, Passwords } from '#main/deps.ts';
import { dispatch } from '#main/ipc.ts';
import { integrityWatch } from '#main/integrity/watch.ts';
import { headFile, readHeadFile } from '#main/journal/head-file.ts';
import { cardsOf } from '#main/network/cards-in-hand.ts';
import { openPoint, pointFile } from '#main/point.ts';
import { testAge } from '#test/exchange/parts.ts';
import { type HeadquartersKey, referencesOf } from '#main/reference.ts';
import { setUpDemo } from '#main/set-up/demo.ts';
import { demoTeam } from '#main/set-up/demo-team.ts';
import { receiveAssigned } from '#main/set-up/receive-assigned.ts';
import { makeTillKey, tillSigner } from '#main/set-up/till-keys.ts';
import { workDesk } from '#main/work/desk.ts';
import { runTask } from '#main/work/run.ts';
import { cardSalt } from './salt.ts';
import { migrationsFolder, temporaryFolder } from './database.ts';

const workerFile = new URL('../../main/work/worker.ts', import.meta.url);

/** A hash that costs nothing: what it protects is tested with the real one. */
const plainPasswords: Passwords = {
  hash: async (secret) => `plain:${secret}`,
  verify: async (stored, secret) => stored === `plain:${secret}`,
};

export interface TestPoint {
  readonly deps: Deps;
  readonly db: Db;
  readonly store: Store;
  readonly folder: string;
  /** One call through the real door: role and input are checked as for a page. @throws when something breaks. */
  readonly call: <N extends CallName>(name: N, input: Input<N>) => Promise<Answer<N>>;
  /** The value of a call that must not be refused. */
  readonly done: <N extends CallName>(
    name: N,
    input: Input<N>,
  ) => Promise<Extract<Answer<N>, { ok: true }>['value']>;
  /** Puts the point away, as at the end of a day: the same folder may be opened again. */
  readonly end: () => void;
  /** Resolves once what was left for later is done: archives and backups after a closing. */
  readonly settled: () => Promise<unknown>;
  /** Moves the clock on. */
  readonly later: (ms: number) => void;
  readonly signInAs: (who: 'seller' | 'trainee' | 'manager') => Promise<void>;
  /** Another desk of the same point, with its own till; 2 when no number is given. */
  readonly beside: (number?: number) => TestPoint;
}

interface TestPointOptions {
  readonly at?: Instant;
  readonly folder?: string;
  /** A headquarters whose private key the test holds, in place of the demonstration's. */
  readonly headquarters?: SigningKey;
  /** Archives and backups really follow closings; else they are left out, which is what most tests want. */
  readonly background?: boolean;
  readonly drives?: readonly string[];
  readonly uptimeMs?: () => number;
  /** What that headquarters publishes otherwise. */
  readonly amend?: (body: ReferenceBody) => ReferenceBody;
}

/** The demonstration point on a real encrypted database, at a known instant; its printer and network are silent. */
export async function testPoint(options: TestPointOptions = {}): Promise<TestPoint> {
  let at = options.at ?? instant('2026-11-22T09:00:00.000Z');
  const folder = options.folder ?? temporaryFolder();
  mkdirSync(folder, { recursive: true });
  const keystore = fileKeystore(join(folder, 'keys'));
  const opened = openPoint({ folder, keystore, allowPlain: false, migrationsFolder });
  if (!opened.ok) throw new Error(opened.refusal.kind);
  const { db, key, changedGuards } = opened.value;
  const store = storeOn(db);
  const now = (): Instant => at;
  if (store.tills().length === 0) await setUpDemo(store, { keystore, passwords: plainPasswords, now });
  if (options.headquarters) publishAs(store, options.headquarters, { at, amend: options.amend });
  let background: Promise<unknown> = Promise.resolve();
  const desks = new Map<TillId, TestDesk>();
  let ended = false;
  const end = (): void => {
    if (ended) return;
    ended = true;
    for (const desk of desks.values()) desk.heads.close();
    store.close();
  };
  onTestFinished(async () => {
    await background;
    end();
  });
  const references = referencesOf(store);
  const shared: Shared = {
    options,
    store,
    folder,
    keystore,
    now,
    key,
    changedGuards,
    reference: references,
    cards: cardsOf(store, references),
    work: workDesk({ workerFile, onChange: () => undefined }),
    later: (work) => {
      if (options.background) background = background.then(work);
    },
    desks: { all: () => [...desks.values()].map((desk) => desk.deps), open: async () => undefined },
  };
  const deskOf = (till: TillRow): TestPoint => {
    const desk = desks.get(till.id) ?? openTestDesk(shared, till);
    desks.set(till.id, desk);
    return {
      ...callsOf(desk.deps),
      deps: desk.deps,
      db,
      store,
      folder,
      end,
      settled: () => background,
      later: (ms) => {
        at = instantFromMs(instantMs(at) + ms);
      },
      beside: (number = 2) =>
        deskOf(store.tills().find((one) => one.number === number) ?? plantTill(shared, number)),
    };
  };
  const [till] = store.tills();
  if (!till) throw new Error('no till');
  return deskOf(till);
}

interface Shared {
  readonly cards: ReturnType<typeof cardsOf>;
  readonly options: TestPointOptions;
  readonly store: Store;
  readonly folder: string;
  readonly keystore: Keystore;
  readonly now: () => Instant;
  readonly key: Uint8Array | null;
  readonly changedGuards: readonly string[];
  readonly reference: ReturnType<typeof referencesOf>;
  readonly work: Deps['work'];
  readonly later: Deps['later'];
  readonly desks: Deps['desks'];
}

/** One more till of the point, as if it had been enrolled with the same headquarters. */
export function plantTill(
  { store, keystore, now }: Pick<Shared, 'store' | 'keystore' | 'now'>,
  number: number,
): TillRow {
  const [first] = store.tills();
  if (!first) throw new Error('no till');
  const id = brandAs<TillId>(`${first.site}-${number}`);
  const till = { ...first, id, number, ...makeTillKey(keystore, id), enrolledAt: now() };
  store.insertTill(till);
  for (const name of ['headquarters', 'recovery-recipient'])
    store.saveSetting(id, name, store.setting(first.id, name));
  return till;
}

interface TestDesk {
  readonly deps: Deps;
  readonly heads: ReturnType<typeof headFile>;
}

function openTestDesk(shared: Shared, till: TillRow): TestDesk {
  const { options, store, folder, keystore, now, key, changedGuards } = shared;
  const signer = tillSigner(keystore, till);
  if (!signer) throw new Error('no key');
  const headquarters = store.setting<HeadquartersKey>(till.id, 'headquarters') as HeadquartersKey;
  const reference = shared.reference(headquarters);
  const own = { till: till.id, keyId: till.keyId, publicKey: till.publicKey };
  const remembered = readHeadFile(folder, till.id, verifierAmong([own]));
  const heads = headFile({ folder, till: till.id, store, signer, now });
  const integrity = integrityWatch({
    deps: () => deps,
    startCheck: (upTo, share, progress) =>
      runTask(workerFile, { task: 'check', point: deps.point, till: own, heads: upTo, share }, progress),
    uptimeMs: () => options.uptimeMs?.() ?? instantMs(now()),
    report: (error) => {
      throw error;
    },
  });
  const deps: Deps = {
    store,
    now,
    newId: uuidv7,
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    sha256: sha256Hex,
    till: till.id,
    demo: true,
    signer,
    headquarters,
    reference: reference.current,
    referenceChanged: reference.forget,
    passwords: plainPasswords,
    desk: { operator: null, locked: false, pinTries: 0, leftSale: null, failures: new Map() },
    printing: {
      wake: () => undefined,
      state: () => ({ state: 'ready', label: '', fault: null, drawerOpen: null }),
      test: async () => ({ outcome: 'printed', fault: null }),
      testDrawer: async () => ({ outcome: 'printed', fault: null, openWhen: null }),
      reload: () => undefined,
    },
    scanning: { devices: () => [], take: () => null, reload: () => undefined },
    sync: {
      wake: () => undefined,
      sendNow: async () => ({ ok: false, refusal: { kind: 'no-headquarters' } }),
      lastContactAt: () => null,
      driftMs: () => null,
    },
    changed: () => undefined,
    version: 'test',
    dataFolder: folder,
    encrypted: true,
    warnings: [],
    keystore,
    point: { file: pointFile(folder), key },
    tillKey: own,
    heads,
    cards: shared.cards(headquarters),
    ageKey: testAge,
    integrity,
    work: shared.work,
    later: shared.later,
    desks: shared.desks,
    drives: async () => options.drives ?? [],
    practice: { state: () => null, begin: async () => undefined, end: async () => undefined },
    restoring: { folder, keystore, migrationsFolder, workerFile },
  };
  integrity.lookAtStart({ heads: remembered, changedGuards });
  store.onRecords((grown) => grown === till.id && heads.follow());
  heads.flush();
  receiveAssigned(deps);
  return { deps, heads };
}

function callsOf(deps: Deps): Pick<TestPoint, 'call' | 'done' | 'signInAs'> {
  const call: TestPoint['call'] = async (name, input) => {
    const broke = (incident: string, error: unknown): never => {
      throw error instanceof Error ? error : new Error(incident);
    };
    return (await dispatch(deps, name, input, broke)) as Answer<typeof name>;
  };
  const done: TestPoint['done'] = async (name, input) => {
    const answer = await call(name, input);
    if (!answer.ok) throw new Error(`${name} refused: ${JSON.stringify(answer.refusal)}`);
    return answer.value;
  };
  return {
    call,
    done,
    signInAs: async (who) => {
      const operator = demoTeam.find((one) => one.role === who);
      if (!operator) throw new Error(`no ${who}`);
      await done('takeOver', { operator: operator.code, password: operator.password });
    },
  };
}

/** Puts the next reference in the database, sealed by `key`, which becomes the headquarters of the point. */
export function publishAs(
  store: Store,
  key: SigningKey,
  what: { readonly at: Instant; readonly amend?: ((body: ReferenceBody) => ReferenceBody) | undefined },
): string {
  const [till] = store.tills();
  const held = store.latestReference();
  if (!till || !held) throw new Error('nothing to publish to');
  const before = store.setting<HeadquartersKey>(till.id, 'headquarters') as HeadquartersKey;
  const opened = openReference(held.body, verifierAmong([before]), 0);
  if (!opened.ok) throw new Error(opened.refusal.kind);
  const number = held.number + 1;
  const base = { ...opened.value, number, publishedAt: what.at, hqSignKeyId: key.keyId, cardSalt };
  const signer = { keyId: key.keyId, sign: signerFor(key.privateKey) };
  const { before: _before, ...sent } = what.amend ? what.amend(base) : base;
  const body = sealReference({ ...sent, cardSalt }, signer);
  const { keyId, publicKey } = key;
  store.saveSetting(till.id, 'headquarters', { keyId, publicKey });
  store.insertReference({ number, publishedAt: what.at, receivedAt: what.at, body });
  return body;
}

/** Puts a reference as 0.1 stored it in the database, with these cards. */
export function publish01(point: TestPoint, key: SigningKey, cards: readonly NetworkCard01[]): void {
  const { store, deps } = point;
  const { before: _before, cardSalt: _salt, spares: _spares, yearlyKeys, ...body } = deps.reference().body;
  const number = body.number + 1;
  const people = { cards: [...cards], usedReferrals: [], erasures: [], yearlyKey: yearlyKeys[0] };
  const text = sealDocument(
    'reference',
    { ...body, ...people, v: 1, number },
    { keyId: key.keyId, sign: signerFor(key.privateKey) },
  );
  const at = deps.now();
  store.insertReference({ number, publishedAt: at, receivedAt: at, body: text });
}
