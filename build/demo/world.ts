import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer, CallName, Input } from '#contract/ipc.ts';
import { fileKeystore } from '#drivers/keystore/file.ts';
import { type PrinterEmulator, startPrinterEmulator } from '#drivers/printer/emulator.ts';
import { paper80mm } from '#drivers/printer/profile.ts';
import { brandAs } from '#domain/ids.ts';
import { type Day, type Instant, instant, instantFromMs, instantMs } from '#domain/time.ts';
import { makeEnrolmentCode } from '#hq/enrol.ts';
import { type HqKeys, openHqKeys } from '#hq/keys.ts';
import { publish } from '#hq/publish/publications.ts';
import { batchFilesIn } from '#hq/server/batch-files.ts';
import { type Headquarters, startHeadquarters } from '#hq/server/start.ts';
import type { Store as HqStore } from '#hq/store/store.ts';
import { openStore } from '#hq/open-store.ts';
import { type KeptTill, openKeptTill } from '#main/kept-till.ts';
import { migrationsFolder, root, version, workerFile } from '../paths.ts';

/** One point, one headquarters and one printer on the loopback, on a clock that the script moves. */
export interface World {
  readonly folder: string;
  readonly application: KeptTill;
  readonly headquarters: Headquarters;
  readonly hq: { readonly store: HqStore; readonly keys: HqKeys; readonly now: () => Instant };
  readonly printer: PrinterEmulator;
  readonly today: Day;
  readonly enrolmentCode: string;
  readonly later: (minutes: number) => void;
  /** The value of a call; a refusal ends the demonstration. */
  readonly done: <N extends CallName>(
    name: N,
    input: Input<N>,
  ) => Promise<Extract<Answer<N>, { ok: true }>['value']>;
  /** The refusal of a call that must be refused. */
  readonly refused: <N extends CallName>(
    name: N,
    input: Input<N>,
  ) => Promise<Extract<Answer<N>, { ok: false }>['refusal']>;
  readonly close: () => Promise<void>;
}

const start = instant('2026-11-30T08:00:00.000Z');

export async function openWorld(out: string): Promise<World> {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(join(out, 'tickets'), { recursive: true });
  let minutes = 0;
  const startedMs = Date.now();
  // Real seconds pass between the script's minutes, so that records never share an instant by accident.
  const now = (): Instant => instantFromMs(instantMs(start) + minutes * 60_000 + (Date.now() - startedMs));
  const today = brandAs<Day>(start.slice(0, 10));

  const hqFolder = join(out, 'headquarters');
  const store = await openStore({ folder: hqFolder, at: now() });
  if (!store.ok) throw new Error(store.refusal.kind);
  const hq = { store: store.value, keys: await openHqKeys(hqFolder, today), now };
  const catalogue = readFileSync(join(root, 'exchange/demonstration.json'), 'utf8');
  const published = await publish(hq.store, catalogue, { name: 'demonstration', at: now() });
  if (!published.ok) throw new Error(`publication refused: ${JSON.stringify(published.refusal)}`);
  const files = batchFilesIn(join(hqFolder, 'batches'));
  const headquarters = await startHeadquarters({ ...hq, port: 0, files });
  const code = await makeEnrolmentCode(hq, brandAs('PAR13'), brandAs('PAR13-1'));
  if (!code.ok) throw new Error(`no enrolment code: ${code.refusal.kind}`);

  const printer = await startPrinterEmulator({ port: 0, host: '127.0.0.1' });
  const folder = join(out, 'till');
  const application = await openTillIn(folder, now);
  return {
    folder: out,
    application,
    headquarters,
    hq,
    printer,
    today,
    enrolmentCode: code.value.code,
    later: (by) => {
      minutes += by;
    },
    ...callsOf(application),
    close: async () => {
      await application.close();
      await headquarters.close();
      await hq.store.close();
      await printer.close();
    },
  };
}

/** A till of its own in a folder, with nothing but what the folder holds. */
export async function openTillIn(folder: string, now: () => Instant): Promise<KeptTill> {
  const opened = await openKeptTill({
    folder,
    keystore: fileKeystore(join(folder, 'keys')),
    allowPlain: false,
    migrationsFolder,
    workerFile,
    demo: false,
    version,
    now,
    report: (incident, error) => console.error(incident, error),
  });
  if (!opened.ok) throw new Error(`the till in ${folder} does not open: ${opened.refusal.kind}`);
  return opened.value;
}

/** The calls of an application as the script makes them. */
export const callsOf = (application: KeptTill): Pick<World, 'done' | 'refused'> => ({
  done: async (name, input) => {
    const answer = await application.call(name, input);
    if (!answer.ok) throw new Error(`${name} was refused: ${JSON.stringify(answer.refusal)}`);
    return answer.value as never;
  },
  refused: async (name, input) => {
    const answer = await application.call(name, input);
    if (answer.ok) throw new Error(`${name} should have been refused`);
    return answer.refusal as never;
  },
});

/** Prints on the world's printer from now on. */
export const choosePrinter = (world: World): Promise<unknown> =>
  world.done('choosePrinter', {
    printer: {
      kind: 'tcp',
      host: '127.0.0.1',
      port: world.printer.port,
      profile: paper80mm.id,
      adjustment: {},
    },
  });
