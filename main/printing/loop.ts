import type { PrintLoopOptions } from './line.ts';
import { type PrinterChoice, printerChoice } from '#contract/printing.ts';
import type { PrintJobRow } from '#db/queries/printing.ts';
import type { Store } from '#db/store.ts';
import type { TillId } from '#domain/ids.ts';
import { drawerPulse } from '#drivers/printer/encode.ts';
import type { Printer } from '#drivers/printer/port.ts';
import { encodeTestPage } from '#drivers/printer/test-page.ts';
import type { Printing } from '../deps.ts';
import { unwatched } from '../unwatched.ts';
import { PrinterLine } from './line.ts';
import { isPaper } from './queue.ts';

/** How often a printer that is not printing is asked how it is. */
const lookMs = 20_000;
/** For a drawer to spring open. */
const drawerMs = 700;

/** Drains the queue in the database, off the sale's path: one line per printer, that of this desk and any other. */
export function printLoop(options: PrintLoopOptions): Printing & { readonly close: () => Promise<void> } {
  const { store, till } = options;
  const others = new Map<string, PrinterLine>();
  const leaving = new Set<PrinterLine>();
  let chosen = ownLine(options);
  let closed = false;
  const alone = unwatched(options.report);

  // A job that was under way when the till stopped may be on paper: the operator says, it is never printed twice.
  for (const job of store.printJobs(till, ['printing']))
    store.savePrintJob({ id: job.id, state: isPaper(job) ? 'ask' : 'dropped', changedAt: options.now() });

  const drain = (): void => {
    // Woken by the last sale before the till was closed.
    if (closed) return;
    // The same printer takes one line of jobs at a time.
    if (![...leaving].some((line) => line.isOn(chosen))) alone(() => chosen.drain());
    for (const { printer } of store.printJobs(till, ['queued']))
      if (printer) alone(() => other(printer).drain());
  };
  const other = (choice: unknown): PrinterLine => {
    const key = JSON.stringify(choice);
    const line =
      others.get(key) ??
      new PrinterLine(options, choiceOf(choice), (job) => JSON.stringify(job.printer) === key);
    others.set(key, line);
    return line;
  };
  /** What is under way comes out first: cut off, nobody could tell whether it did. */
  const leave = async (line: PrinterLine): Promise<void> => {
    leaving.add(line);
    await line.finish();
    leaving.delete(line);
    if (!closed) alone(() => chosen.look());
    drain();
  };
  const looking = setInterval(() => alone(() => chosen.look()), lookMs);
  looking.unref();

  return {
    // After the answer to the sale has gone: its print job costs it nothing.
    wake: () => void setImmediate(() => alone(drain)),
    state: () => chosen.view(),
    test: async () => outcomeOf(await chosen.print(encodeTestPage(chosen.profile))),
    testDrawer: async (pin) => {
      const before = await chosen.printer?.drawerLevel();
      const outcome = await chosen.print(drawerPulse({ ...chosen.profile, drawerPin: pin }));
      await new Promise((resolve) => setTimeout(resolve, drawerMs));
      const after = before ? await chosen.printer?.drawerLevel() : null;
      return { ...outcomeOf(outcome), openWhen: after && after !== before ? after : null };
    },
    reload: () => {
      const before = chosen;
      chosen = ownLine(options);
      alone(() => leave(before));
      alone(drain);
    },
    close: async () => {
      closed = true;
      clearInterval(looking);
      await Promise.all([chosen, ...leaving, ...others.values()].map((line) => line.close()));
    },
  };
}

const ownLine = (options: PrintLoopOptions): PrinterLine =>
  new PrinterLine(options, chosenPrinter(options.store, options.till), isForOwn);

const isForOwn = (job: PrintJobRow): boolean => job.printer === null;

/** The printer that was chosen for a till; the screen where none was, or where the choice can no longer be read. */
export const chosenPrinter = (store: Store, till: TillId): PrinterChoice =>
  choiceOf(store.setting(till, 'printer'));

function choiceOf(kept: unknown): PrinterChoice {
  const read = printerChoice.safeParse(kept);
  return read.success ? read.data : { kind: 'virtual' };
}

const outcomeOf = (
  outcome: Awaited<ReturnType<Printer['print']>>,
): { readonly outcome: typeof outcome.kind; readonly fault: string | null } => ({
  outcome: outcome.kind,
  fault: outcome.kind === 'failed' ? outcome.reason : null,
});
