import type { Store } from '#db/store.ts';
import type { TillId } from '#domain/ids.ts';
import type { PrinterChoice, PrinterView } from '#contract/printing.ts';
import type { PrintJobRow } from '#db/queries/printing.ts';
import { type Instant, instantMs } from '#domain/time.ts';
import type { Picture, TicketDocument } from '#paper/document.ts';
import { drawerPulse, encodeTicket } from '#drivers/printer/encode.ts';
import type { PrintOutcome, Printer, PrinterStatus } from '#drivers/printer/port.ts';
import { type PrinterProfile, paper80mm, profileOf } from '#drivers/printer/profile.ts';
import { faultOf } from '#drivers/printer/status-bytes.ts';

import { isDiskFull } from '../disk-full.ts';
import { logoOf } from '../settings/logo-picture.ts';
import { printerLabel } from './printers.ts';
import { isPaper } from './queue.ts';

export interface PrintLoopOptions {
  readonly store: Store;
  readonly till: TillId;
  readonly now: () => Instant;
  readonly printerFor: (
    choice: PrinterChoice,
    profile: PrinterProfile,
    onStatus: (status: PrinterStatus) => void,
  ) => Printer | null;
  readonly onChange: () => void;
  /** What broke beside the desk. */
  readonly report: (error: unknown) => void;
}

const retryMs = 5_000;
/** A drawer that opens by itself minutes after the sale opens before whoever stands there then. */
const drawerMs = 30_000;

/** One printer and the jobs that are for it, printed one after the other. */
export class PrinterLine {
  readonly profile: PrinterProfile;
  readonly printer: Printer | null;
  readonly #options: PrintLoopOptions;
  readonly #choice: PrinterChoice;
  readonly #isMine: (job: PrintJobRow) => boolean;
  #running = false;
  #closed = false;
  #fault: string | null = null;
  #status: PrinterStatus = { state: 'unknown', drawerOpen: null };
  #retry: ReturnType<typeof setTimeout> | undefined;
  #draining: Promise<void> = Promise.resolve();
  /** What came of jobs and could not be written down yet. */
  readonly #unnoted = new Map<PrintJobRow['id'], Partial<PrintJobRow>>();

  constructor(options: PrintLoopOptions, choice: PrinterChoice, isMine: (job: PrintJobRow) => boolean) {
    this.#options = options;
    this.#choice = choice;
    this.#isMine = isMine;
    this.profile = 'profile' in choice ? profileOf(choice.profile, choice.adjustment) : paper80mm;
    this.printer = options.printerFor(choice, this.profile, (status) => this.#hear(status));
  }

  drain(): Promise<void> {
    if (!this.#running && !this.#closed && this.printer)
      this.#draining = this.#drain().catch((error: unknown) => this.#stumble(error));
    return this.#draining;
  }

  /** Prints outside the queue: a test page, a pulse. */
  async print(bytes: Uint8Array): Promise<PrintOutcome> {
    const outcome: PrintOutcome = this.printer
      ? await this.printer.print(bytes)
      : { kind: 'failed', reason: 'unreachable', mayHavePrinted: false };
    this.#fault = outcome.kind === 'failed' ? outcome.reason : null;
    this.#options.onChange();
    return outcome;
  }

  /** Asks a printer that is not printing how it is; what waited for it goes on. */
  async look(): Promise<void> {
    if (this.#running || this.#closed || !this.printer) return;
    const now = await this.printer.status();
    if (this.#isClosed()) return;
    this.#hear(now);
    if (faultOf(now) === null) await this.drain();
  }

  view(): PrinterView {
    const { state, drawerOpen } = this.#status;
    const told = { label: printerLabel(this.#choice), drawerOpen };
    if (this.#choice.kind === 'none') return { ...told, state: 'none', fault: null };
    if (this.#fault !== null) return { ...told, state: 'trouble', fault: this.#fault };
    if (this.#running) return { ...told, state: 'working', fault: null };
    return { ...told, state: state === 'paper-near-end' ? state : 'ready', fault: null };
  }

  /** Whether both are the same printer, however it is set. */
  isOn(other: PrinterLine): boolean {
    return printerLabel(this.#choice) === printerLabel(other.#choice);
  }

  /** Lets the job under way come out and begins no other. */
  async finish(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#retry);
    await this.#draining;
    await this.printer?.close();
  }

  /** Gives up the job under way. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#retry);
    await this.printer?.close();
    // What was under way has come back by now: it is noted before the database closes.
    await this.#draining;
  }

  /** A call, because it changes while a function waits. */
  #isClosed(): boolean {
    return this.#closed;
  }

  #hear(now: PrinterStatus): void {
    const same = now.state === this.#status.state && now.drawerOpen === this.#status.drawerOpen;
    this.#status = now;
    if (!this.#running) this.#fault = faultOf(now);
    if (!same) this.#options.onChange();
  }

  async #drain(): Promise<void> {
    const { store, till } = this.#options;
    this.#running = true;
    try {
      this.#noteAll();
      for (;;) {
        const job = store.printJobs(till, ['queued']).find(this.#isMine);
        if (!job || this.#closed) break;
        // A job that only waits can be given up or sent elsewhere: a printer that was at fault is asked first.
        if (!(await this.#isMended())) return this.#retryLater();
        if (this.#isClosed() || store.printJobById(job.id)?.state !== 'queued') continue;
        const outcome = await this.#printJob(job);
        this.#options.onChange();
        if (outcome?.kind === 'failed' && !outcome.mayHavePrinted) return this.#retryLater();
      }
    } finally {
      this.#running = false;
    }
  }

  async #isMended(): Promise<boolean> {
    if (this.#fault === null || !this.printer) return true;
    const now = await this.printer.status();
    this.#hear(now);
    const fault = faultOf(now);
    if (fault !== this.#fault) this.#options.onChange();
    this.#fault = fault;
    return fault === null;
  }

  /** One timer, however often it was woken meanwhile. */
  #retryLater(): void {
    clearTimeout(this.#retry);
    if (!this.#closed) this.#retry = setTimeout(() => void this.drain(), retryMs);
  }

  async #printJob(job: PrintJobRow): Promise<PrintOutcome | null> {
    const { store, till, now } = this.#options;
    const save = (change: Partial<PrintJobRow>): void =>
      store.savePrintJob({ id: job.id, ...change, changedAt: now() });
    const logo = logoOf(store, till);
    const bytes = bytesOf(job, this.profile, { now: now(), logo });
    if (!bytes) {
      save({ state: 'dropped' });
      return null;
    }
    save({ state: 'printing' });
    const outcome = await this.print(bytes);
    this.#unnoted.set(job.id, { ...stateAfter(job, outcome), changedAt: now() });
    this.#noteAll();
    return outcome;
  }

  #noteAll(): void {
    for (const [id, change] of this.#unnoted) {
      this.#options.store.savePrintJob({ id, ...change });
      this.#unnoted.delete(id);
    }
  }

  /** The queue cannot be written, as on a full disk: nothing more is printed until it can. */
  #stumble(error: unknown): void {
    this.#fault = isDiskFull(error) ? 'disk-full' : 'error';
    if (!isDiskFull(error)) this.#options.report(error);
    this.#options.onChange();
    this.#retryLater();
  }
}

/** Null when there is nothing left to do: a pulse alone that comes too late. */
function bytesOf(
  job: PrintJobRow,
  profile: PrinterProfile,
  { now, logo }: { readonly now: Instant; readonly logo: Picture | null },
): Uint8Array | null {
  const document = job.document as TicketDocument;
  const late = instantMs(now) - instantMs(job.createdAt) > drawerMs;
  if (!isPaper(job)) return late ? null : drawerPulse(profile);
  return encodeTicket(document, profile, { openDrawer: job.openDrawer && !late, logo });
}

/** Nothing went out: it waits and is tried again. Paper may have: the operator is asked. */
function stateAfter(job: PrintJobRow, outcome: PrintOutcome): Pick<PrintJobRow, 'state' | 'fault'> {
  if (outcome.kind !== 'failed') return { state: outcome.kind, fault: null };
  if (!outcome.mayHavePrinted) return { state: 'queued', fault: outcome.reason };
  return { state: isPaper(job) ? 'ask' : 'dropped', fault: outcome.reason };
}
