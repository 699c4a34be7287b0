import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import type { TrainingTray } from '#contract/training.ts';
import { openDatabase } from '#db/open.ts';
import { type Store, storeOn } from '#db/store.ts';
import { type SiteCode, type TillId, brandAs } from '#domain/ids.ts';
import { type ReferenceBody, sealReference } from '#exchange/reference.ts';
import { type SigningKey, newSigningKey, signerFor, verifierAmong } from '#exchange/crypto.ts';
import type { Deps } from '../deps.ts';
import { pointFile } from '../point.ts';
import { printLoop } from '../printing/loop.ts';
import { printerFor } from '../printing/printers.ts';
import { referenceReader } from '../reference.ts';
import { receiveAssigned } from '../set-up/receive-assigned.ts';
import { syncLoop } from '../exchange/loop.ts';
import { openPractice } from './people.ts';
import { practiceUnits } from './units.ts';

const trainingFolder = (folder: string): string => join(folder, 'training');

/** What is left of practices that a crash ended: nothing of them is kept. */
export const forgetTrainings = (folder: string): void =>
  rmSync(trainingFolder(folder), { recursive: true, force: true });

/** The same of one till: another may be practising. */
function forgetTraining({ dataFolder, till }: Pick<Deps, 'dataFolder' | 'till'>): void {
  const all = trainingFolder(dataFolder);
  rmSync(join(all, till), { recursive: true, force: true });
  if (existsSync(all) && readdirSync(all).length === 0) rmdirSync(all);
}

export interface PracticeDesk {
  readonly deps: Deps;
  readonly close: () => Promise<void>;
}

/**
 * A point to practise on: its own database and chains under keys that live in memory only, the real prices and team,
 * nobody and nothing real. Nothing is sent, backed up or archived; the drawer stays shut.
 */
export async function openTraining(
  real: Deps,
  tools: {
    readonly migrationsFolder: string;
    readonly onEnd: () => Promise<void>;
    readonly report: (error: unknown) => void;
  },
): Promise<PracticeDesk> {
  const folder = join(trainingFolder(real.dataFolder), real.till);
  forgetTraining(real);
  mkdirSync(folder, { mode: 0o700, recursive: true });
  const key = real.point.key && randomBytes(32);
  const { migrationsFolder } = tools;
  const file = pointFile(folder);
  const opened = openDatabase({ file, key, allowPlain: key === null, migrationsFolder, copyTo: null });
  if (!opened.ok) throw new Error(`the practice point does not open: ${opened.refusal.kind}`);
  const store = storeOn(opened.value.db);
  const keys = { headquarters: newSigningKey(), till: newSigningKey() };
  const units = practiceUnits(real.reference().catalogue);
  const till = fillPractice(real, store, { keys, units });
  const { now, changed } = real;
  const printing = printLoop({
    store,
    till,
    now,
    printerFor,
    onChange: () => changed('print-jobs', 'desk'),
    report: tools.report,
  });
  const sync = silentSync(real, { store, till, site: real.reference().site.code });
  let tray: TrainingTray = { people: [], articles: [] };
  const since = now();
  const deps: Deps = {
    ...real,
    ...identityOf(store, till, keys),
    store,
    newId: uuidv7,
    desk: {
      operator: real.desk.operator,
      locked: false,
      pinTries: 0,
      leftSale: null,
      failures: real.desk.failures,
    },
    printing,
    sync,
    dataFolder: folder,
    point: { file: pointFile(folder), key },
    cards: { open: async () => null, of: () => undefined, refresh: async () => undefined },
    heads: { flush: () => undefined },
    integrity: { ...real.integrity, check: async () => true, unread: () => 0 },
    later: () => undefined,
    desks: { all: () => [deps], open: async () => undefined },
    practice: { state: () => ({ since, tray }), begin: async () => undefined, end: tools.onEnd },
  };
  receiveAssigned(deps);
  tray = openPractice(deps, units);
  return {
    deps,
    close: async () => {
      await printing.close();
      await sync.close();
      store.close();
      forgetTraining(real);
    },
  };
}

interface PracticeKeys {
  readonly headquarters: SigningKey;
  readonly till: SigningKey;
}

/** The real team, prices and devices under a headquarters of its own. Gives the practice till. */
function fillPractice(
  real: Deps,
  store: Store,
  { keys, units }: { readonly keys: PracticeKeys; readonly units: ReferenceBody['units'] },
): TillId {
  const at = real.now();
  const till = practiceTill(real);
  const { headquarters } = keys;
  const { before: _before, cardSalt, ...sent } = real.reference().body;
  const body = sealReference(
    {
      ...sent,
      number: 1,
      // Nobody of the network comes to practise.
      cardSalt: cardSalt ?? randomBytes(32).toString('base64url'),
      spares: [],
      publishedAt: at,
      revocations: [],
      units,
      hqSignKeyId: headquarters.keyId,
    },
    { keyId: headquarters.keyId, sign: signerFor(headquarters.privateKey) },
  );
  const { keyId, publicKey } = keys.till;
  const site = real.reference().site.code;
  store.transaction(() => {
    store.insertTill({ id: till, site, number: 1, keyId, publicKey, demo: real.demo, enrolledAt: at });
    store.insertReference({ number: 1, publishedAt: at, receivedAt: at, body });
    for (const operator of real.store.operators()) store.insertOperator(operator);
    for (const name of ['printer', 'scanner', 'logo', 'language']) {
      const value = real.store.setting(real.till, name);
      if (value !== undefined) store.saveSetting(till, name, value);
    }
  });
  return till;
}

function identityOf(
  store: Store,
  till: TillId,
  { headquarters, till: own }: PracticeKeys,
): Pick<Deps, 'till' | 'signer' | 'headquarters' | 'reference' | 'referenceChanged' | 'tillKey'> {
  const known = { keyId: headquarters.keyId, publicKey: headquarters.publicKey };
  const reader = referenceReader(store, known);
  return {
    till,
    signer: { keyId: own.keyId, sign: signerFor(own.privateKey) },
    headquarters: known,
    reference: reader.current,
    referenceChanged: reader.forget,
    tillKey: { till, keyId: own.keyId, publicKey: own.publicKey },
  };
}

/** Another till of the same site, so that no practice ticket bears a real number. */
const practiceTill = (real: Deps): TillId => {
  const { site } = real.reference();
  const number = Number(real.till.slice(site.code.length + 1));
  return brandAs<TillId>(`${site.code}-${900 + (number % 100)}`);
};

const silentSync = (
  real: Deps,
  of: { readonly store: Deps['store']; readonly till: TillId; readonly site: SiteCode },
): ReturnType<typeof syncLoop> =>
  syncLoop({
    ...of,
    now: real.now,
    client: null,
    verify: verifierAmong([]),
    ageRecipients: () => real.reference().body.ageRecipients,
    identity: real.ageKey.identity,
    onReference: async () => undefined,
    onSent: () => undefined,
    onAnswer: () => undefined,
    onHeads: () => undefined,
    onReached: () => undefined,
    onTaken: () => undefined,
    onChange: () => undefined,
    jitter: () => 0,
    report: () => undefined,
  });
