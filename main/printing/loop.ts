import type { PrinterChoice } from '#contract/settings.ts';
import type { PrintJobRow } from '#db/queries/desk.ts';
import type { Store } from '#db/store.ts';
import type { TillId } from '#domain/ids.ts';
import type { TicketDocument } from '#domain/ticket.ts';
import type { Instant } from '#domain/time.ts';
import { wordsTicket } from '#domain/ticket.ts';
import { drawerPulse, encodeTicket } from '#drivers/printer/encode.ts';
import type { PrintOutcome, Printer } from '#drivers/printer/port.ts';
import { type PrinterProfile, paper80mm, printerProfiles } from '#drivers/printer/profile.ts';
import type { Printing } from '../deps.ts';

export interface PrintLoopOptions {
  readonly store: Store;
  readonly till: TillId;
  readonly now: () => Instant;
  readonly printerFor: (choice: PrinterChoice, profile: PrinterProfile) => Printer | null;
  readonly onChange: () => void;
}

const retryMs = 5_000;

/** One loop per printer drains the queue in the database, off the sale's path. */
export function printLoop(options: PrintLoopOptions): Printing & { readonly close: () => Promise<void> } {
  const { store, till } = options;
  let chosen = choose(options);
  let running = false;
  let closed = false;
  let fault: string | null = null;
  let retry: ReturnType<typeof setTimeout> | undefined;

  // A job that was under way when the till stopped may be on paper: the operator says, it is never printed twice.
  for (const job of store.printJobs(till, ['printing']))
    store.savePrintJob({ id: job.id, state: 'ask', changedAt: options.now() });

  const settle = (job: PrintJobRow, outcome: PrintOutcome): void => {
    fault = outcome.kind === 'failed' ? outcome.reason : null;
    store.savePrintJob({ id: job.id, ...stateAfter(outcome), changedAt: options.now() });
    options.onChange();
  };

  const drain = async (): Promise<void> => {
    if (running || closed || !chosen.printer) return;
    running = true;
    try {
      for (;;) {
        const [job] = store.printJobs(till, ['queued']);
        if (!job || closed || !chosen.printer) break;
        store.savePrintJob({ id: job.id, state: 'printing', changedAt: options.now() });
        const outcome = await chosen.printer.print(bytesOf(job, chosen.profile));
        if (closed) break;
        settle(job, outcome);
        if (outcome.kind === 'failed' && !outcome.mayHavePrinted) {
          // One timer, however often it was woken meanwhile.
          clearTimeout(retry);
          retry = setTimeout(() => void drain(), retryMs);
          break;
        }
      }
    } finally {
      running = false;
    }
  };

  return {
    // After the answer to the sale has gone: its print job costs it nothing.
    wake: () => void setImmediate(() => void drain()),
    state: () => stateOf(chosen, { running, fault }),
    test: async () => {
      if (!chosen.printer) return { outcome: 'failed', fault: 'none' };
      const outcome = await chosen.printer.print(encodeTicket(testPage, chosen.profile));
      fault = outcome.kind === 'failed' ? outcome.reason : null;
      options.onChange();
      return { outcome: outcome.kind, fault };
    },
    reload: () => {
      void chosen.printer?.close();
      chosen = choose(options);
      fault = null;
      void drain();
    },
    close: async () => {
      closed = true;
      clearTimeout(retry);
      await chosen.printer?.close();
    },
  };
}

interface Chosen {
  readonly choice: PrinterChoice;
  readonly profile: PrinterProfile;
  readonly printer: Printer | null;
}

function choose(options: PrintLoopOptions): Chosen {
  const choice = options.store.setting<PrinterChoice>(options.till, 'printer') ?? { kind: 'virtual' };
  const profileId = choice.kind === 'tcp' ? choice.profile : paper80mm.id;
  const profile = printerProfiles.find((one) => one.id === profileId) ?? paper80mm;
  return { choice, profile, printer: options.printerFor(choice, profile) };
}

/** Nothing went out: it waits and is tried again. Something may have: the operator is asked. */
function stateAfter(outcome: PrintOutcome): Pick<PrintJobRow, 'state' | 'fault'> {
  if (outcome.kind !== 'failed') return { state: outcome.kind, fault: null };
  return { state: outcome.mayHavePrinted ? 'ask' : 'queued', fault: outcome.reason };
}

function bytesOf(job: PrintJobRow, profile: PrinterProfile): Uint8Array {
  const document = job.document as TicketDocument;
  if (document.blocks.length === 0) return drawerPulse(profile);
  return encodeTicket(document, profile, { openDrawer: job.openDrawer });
}

function stateOf(
  chosen: Chosen,
  now: { running: boolean; fault: string | null },
): ReturnType<Printing['state']> {
  const { choice } = chosen;
  const label = choice.kind === 'tcp' ? `${choice.host}:${choice.port}` : choice.kind;
  if (choice.kind === 'none') return { state: 'none', label, fault: null };
  if (now.fault !== null) return { state: 'trouble', label, fault: now.fault };
  return { state: now.running ? 'working' : 'ready', label, fault: null };
}

const testPage: TicketDocument = wordsTicket('Essai', [
  'à é è ê ë ç ù œ Œ — … ’ « »',
  ['Prix', '5,00 €'],
  ['Valeur indicative', '35,00 €'],
  '',
  'Si vous lisez les accents et le signe euro, l’imprimante est prête.',
]);
