import type { PointContext } from './open.ts';
import { type Topic, topics } from '#contract/form/topics.ts';
import type { TillRow } from '#db/queries/till.ts';
import type { TillId } from '#domain/ids.ts';
import { type Result, ok } from '#domain/result.ts';
import type { Deps } from '../deps.ts';
import { laterLine } from '../later.ts';
import { rebuildIfNeeded } from '../ledger/rebuild.ts';
import { cardsOf } from '../network/cards-in-hand.ts';
import { referencesOf } from '../reference.ts';
import { type TrainingSwitch, trainingSwitch } from '../training/switch.ts';
import { workDesk } from '../work/desk.ts';
import { forgetCopies } from '../work/unfinished.ts';
import { ownTill } from './own-till.ts';
import { type Desk, type DeskRefusal, type SharedByDesks, openDesk } from './open.ts';

/** The desks of a point, one a till, in the order of their numbers. */
export interface Desks {
  readonly tills: () => readonly TillId[];
  /** The till of this machine; null where a point of several never said. */
  readonly own: () => TillId | null;
  /** What answers at a till: its practice point while somebody practises there. @throws for no till of the point. */
  readonly deps: (till: TillId) => Deps;
  /** A shell of this machine keeps this till: it is the one that this machine's scanners sell at. */
  readonly keptHere: (till: TillId) => void;
  readonly close: () => Promise<void>;
}

interface Standing {
  readonly desk: Desk;
  readonly training: TrainingSwitch;
}

/** What every page asks again when the point behind it is another one. */
export const everything: readonly Topic[] = topics.filter((one) => one !== 'work' && one !== 'scan');

/**
 * Opens the desk of every till of the point. Each has its own key, drawer, printer, basket, session and exchange;
 * the database, the prices, the line of work that waits for nobody and the one piece of long work are shared.
 */
export async function openDesks(context: PointContext): Promise<Result<Desks, DeskRefusal>> {
  const { options, store } = context;
  forgetCopies(options.folder);
  rebuildIfNeeded(store);
  const standing = new Map<TillId, Standing>();
  const background = laterLine((error) => options.report('background', error));
  const work = workDesk({
    workerFile: options.workerFile,
    onChange: () => context.changed(null, 'work'),
  });
  const references = referencesOf(store);
  const shared: SharedByDesks = {
    ...context,
    reference: references,
    cards: cardsOf(store, references),
    work,
    later: background.later,
    desks: {
      all: () => [...standing.values()].map(({ desk }) => desk.deps),
      open: async (id) => {
        const till = store.tills().find((one) => one.id === id);
        const opened = till && (await stand(till, []));
        if (!opened?.ok) throw new Error(`the desk of ${id} does not open`);
        context.changed(null, ...everything);
      },
    },
  };
  const stand = async (
    till: TillRow,
    changedGuards: readonly string[],
  ): Promise<Result<null, DeskRefusal>> => {
    const opened = await openStanding({ ...shared, changedGuards }, till);
    if (!opened.ok) return opened;
    standing.set(till.id, opened.value);
    return ok(null);
  };
  const close = async (): Promise<void> => {
    const report = (error: unknown): void => options.report('closing', error);
    // Each for itself: one that cannot end well keeps none of the others open.
    for (const { training } of standing.values()) if (training.desk()) await training.end().catch(report);
    for (const { desk } of standing.values()) desk.deps.integrity.close();
    for (const { desk } of standing.values()) await desk.stop();
    for (const end of [work.close, background.close]) await end().catch(report);
    for (const { desk } of standing.values()) desk.close();
  };
  try {
    for (const till of store.tills()) {
      const opened = await stand(till, context.changedGuards);
      if (opened.ok) continue;
      await close();
      return opened;
    }
  } catch (error) {
    await close();
    throw error;
  }
  const at = (till: TillId): Standing => {
    const found = standing.get(till);
    if (!found) throw new Error(`${till} is no till of this point`);
    return found;
  };
  let keeper: TillId | null = null;
  return ok({
    tills: () => [...standing.keys()],
    own: () => ownTill(store),
    deps: (till) => (at(till).training.desk() ?? at(till).desk).deps,
    keptHere: (till) => {
      const { language } = options;
      if (language) store.saveSetting(till, 'language', language);
      // A scanner that is no keyboard is the machine's: of two desks, one hears it.
      keeper ??= till;
      if (keeper === till) at(till).desk.hearMachine();
    },
    close,
  });
}

/** One desk with the way into its practice point. */
async function openStanding(shared: SharedByDesks, till: TillRow): Promise<Result<Standing, DeskRefusal>> {
  const { options } = shared;
  let desk: Desk | null = null;
  const training = trainingSwitch({
    real: () => desk?.deps,
    migrationsFolder: options.migrationsFolder,
    onSwitch: () => shared.changed(till.id, ...everything),
    report: (error) => options.report('training', error),
  });
  const opened = await openDesk({ ...shared, practice: training.practice }, till);
  if (!opened.ok) return opened;
  desk = opened.value;
  return ok({ desk, training });
}
