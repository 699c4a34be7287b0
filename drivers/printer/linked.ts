import { type PrinterConnection, connectPrinter } from './link/connection.ts';
import type { OpenLink } from './link/port.ts';
import type { PrinterFault, PrinterStatus, Printer, PrintOutcome } from './port.ts';
import type { PrinterProfile } from './profile.ts';
import {
  askPaper,
  askProcessId,
  faultOf,
  type RealTimeAnswers,
  realTimeQuestion,
  type Reply,
  reportChanges,
  statusFromAnswers,
  statusFromAutomatic,
} from './status-bytes.ts';

/** All in milliseconds. */
export interface PrinterTimeouts {
  readonly connectMs: number;
  /** For the first answer of a printer that may not answer at all. */
  readonly helloMs: number;
  /** For each later question, and between two attempts to wake a printer that used to answer. */
  readonly retryMs: number;
  /** How long a printer that used to answer is given to come back. */
  readonly recoverMs: number;
  /** From the last byte sent until the printer says that it is done. */
  readonly confirmMs: number;
  /** For the link to end after the last byte: a network printer closes its side. */
  readonly closeMs: number;
}

export const printerTimeouts: PrinterTimeouts = {
  connectMs: 3_000,
  helloMs: 2_000,
  retryMs: 1_000,
  recoverMs: 10_000,
  confirmMs: 30_000,
  closeMs: 1_000,
};

export interface LinkedPrinterOptions {
  readonly open: OpenLink;
  readonly profile: PrinterProfile;
  readonly timeouts?: Partial<PrinterTimeouts>;
  /** What the printer reports by itself while it prints: paper out, cover open, ready again. */
  readonly onStatus?: (status: PrinterStatus) => void;
}

/** Ends a binary command that a cut connection left half sent; by themselves these bytes print nothing. */
const wakeUp = new Uint8Array(8_192);

const failed = (reason: PrinterFault, mayHavePrinted: boolean): PrintOutcome => ({
  kind: 'failed',
  reason,
  mayHavePrinted,
});

const unreachable = failed('unreachable', false);

/**
 * A printer at the end of a cable that carries bytes both ways. A printer accepts whole tickets while it is out of paper, so a print
 * counts as `printed` only when the printer says it worked through it. One that never answers gets its bytes all
 * the same, as `unconfirmed`, and is waited for only once.
 */
export const linkedPrinter = (options: LinkedPrinterOptions): Printer => new LinkedPrinter(options);

class LinkedPrinter implements Printer {
  readonly #options: LinkedPrinterOptions;
  readonly #timeouts: PrinterTimeouts;
  /** What is known of this printer, so that a silent one is not waited for at every ticket. */
  #habit: 'unknown' | 'answers' | 'silent' = 'unknown';
  #closed = false;
  #underWay: { destroy(): unknown } | null = null;
  #last: Promise<unknown> = Promise.resolve();
  #confirmations = 0;
  #reported: PrinterStatus | null = null;

  constructor(options: LinkedPrinterOptions) {
    this.#options = options;
    this.#timeouts = { ...printerTimeouts, ...options.timeouts };
  }

  print(bytes: Uint8Array): Promise<PrintOutcome> {
    return this.#inTurn(unreachable, (connection) => this.#send(connection, bytes));
  }

  status(): Promise<PrinterStatus> {
    return this.#inTurn<PrinterStatus>({ state: 'unreachable', drawerOpen: null }, async (connection) => {
      if (!this.#options.profile.answersStatus) return { state: 'unknown', drawerOpen: null };
      const first = await this.#hello(connection);
      if (first !== null) return this.#readStatus(connection, first);
      return { state: this.#knownToAnswer() ? 'stalled' : 'unknown', drawerOpen: null };
    });
  }

  drawerLevel(): Promise<'high' | 'low' | null> {
    return this.#inTurn<'high' | 'low' | null>(null, async (connection) => {
      if (!this.#options.profile.answersStatus) return null;
      const answer = await connection.ask(1, this.#timeouts.helloMs);
      if (answer === null) return null;
      return (answer & 0x04) === 0 ? 'low' : 'high';
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#underWay?.destroy();
    await this.#last;
  }

  /** Printers take one connection and keep the next one waiting, so calls are put in a line here. */
  #inTurn<T>(otherwise: T, use: (connection: PrinterConnection) => Promise<T>): Promise<T> {
    const turn = this.#last.then(async () => {
      if (this.#closed) return otherwise;
      const connection = await connectPrinter({
        open: this.#options.open,
        timeoutMs: this.#timeouts.connectMs,
        onReply: (reply) => this.#take(reply),
        onAttempt: (attempt) => {
          this.#underWay = attempt;
        },
      });
      if (connection === null) return otherwise;
      const result = await use(connection);
      await connection.end(this.#timeouts.closeMs);
      return result;
    });
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  #take(reply: Reply): void {
    this.#habit = 'answers';
    if (reply.kind !== 'automatic') return;
    this.#reported = statusFromAutomatic(reply.bytes, this.#options.profile.drawerOpenWhen);
    this.#options.onStatus?.(this.#reported);
  }

  /** A call, because replies change it while a function waits. */
  #knownToAnswer(): boolean {
    return this.#habit === 'answers';
  }

  async #send(connection: PrinterConnection, bytes: Uint8Array): Promise<PrintOutcome> {
    if (!this.#options.profile.answersStatus) return this.#sendBlindly(connection, bytes);
    if (this.#habit === 'silent') {
      // Not waited for: an answer that comes meanwhile tells that this printer can answer after all.
      return this.#sendBlindly(connection, joined(realTimeQuestion(2), bytes));
    }
    const first = await this.#hello(connection);
    if (first !== null) {
      const fault = faultOf(await this.#readStatus(connection, first));
      return fault === null ? this.#sendAndConfirm(connection, bytes) : failed(fault, false);
    }
    if (!connection.isOpen()) return unreachable;
    if (this.#knownToAnswer()) return failed('stalled', false);
    this.#habit = 'silent';
    return this.#sendBlindly(connection, bytes);
  }

  async #sendBlindly(connection: PrinterConnection, bytes: Uint8Array): Promise<PrintOutcome> {
    if (await connection.write(bytes, this.#timeouts.confirmMs)) return { kind: 'unconfirmed' };
    return failed(connection.isOpen() ? 'stalled' : 'unreachable', true);
  }

  async #sendAndConfirm(connection: PrinterConnection, bytes: Uint8Array): Promise<PrintOutcome> {
    const { confirmMs } = this.#timeouts;
    this.#reported = null;
    this.#confirmations += 1;
    const id = String(this.#confirmations % 10_000).padStart(4, '0');
    const done = connection.reply(
      (reply) => reply.kind === 'paper' || (reply.kind === 'process' && reply.id === id),
      confirmMs,
    );
    await connection.write(joined(withReports(bytes), askProcessId(id), askPaper), confirmMs);
    if ((await done) !== null) return { kind: 'printed' };
    const fault = this.#reportedFault();
    return failed(fault ?? (connection.isOpen() ? 'stalled' : 'unreachable'), true);
  }

  #reportedFault(): PrinterFault | null {
    return this.#reported === null ? null : faultOf(this.#reported);
  }

  async #hello(connection: PrinterConnection): Promise<number | null> {
    const { helloMs, retryMs, recoverMs } = this.#timeouts;
    let answer = await connection.ask(2, helloMs);
    for (let waitedMs = helloMs; answer === null && waitedMs < recoverMs; waitedMs += retryMs) {
      if (!this.#knownToAnswer() || !connection.isOpen()) break;
      await connection.write(wakeUp, retryMs);
      answer = await connection.ask(2, retryMs);
    }
    return answer;
  }

  async #readStatus(connection: PrinterConnection, offlineCause: number): Promise<PrinterStatus> {
    const answers: RealTimeAnswers = { 2: offlineCause };
    for (const n of [1, 4, 3] as const) {
      const answer = await connection.ask(n, this.#timeouts.retryMs);
      if (answer !== null) answers[n] = answer;
    }
    return statusFromAnswers(answers, this.#options.profile.drawerOpenWhen);
  }
}

/** `ESC @` at the head of a ticket also turns reports off, so they are asked for right behind it. */
function withReports(bytes: Uint8Array): Uint8Array {
  const head = bytes[0] === 0x1b && bytes[1] === 0x40 ? 2 : 0;
  return joined(bytes.subarray(0, head), reportChanges, bytes.subarray(head));
}

const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));
