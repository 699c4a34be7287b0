import { realTimeQuestion, type RealTimeQuestion, type Reply, replyReader } from '../status-bytes.ts';
import type { ByteLink, OpenLink } from './port.ts';

/** One link to a printer, with the replies that come back on it. */
export interface PrinterConnection {
  /** Resolves true once the system has taken every byte, false when the connection broke or time ran out. */
  write(bytes: Uint8Array, timeoutMs: number): Promise<boolean>;
  /** Asks DLE EOT `n`; null when no answer came in time. */
  ask(n: RealTimeQuestion, timeoutMs: number): Promise<number | null>;
  /** Resolves with the first reply from now on that `wanted` accepts, null on timeout or when the connection ends. */
  reply(wanted: (reply: Reply) => boolean, timeoutMs: number): Promise<Reply | null>;
  isOpen(): boolean;
  /** Lets what was written go out, then waits at most `timeoutMs` for the end. */
  end(timeoutMs: number): Promise<void>;
}

export interface ConnectionOptions {
  readonly open: OpenLink;
  readonly timeoutMs: number;
  readonly onReply: (reply: Reply) => void;
  /** Called before the connection stands, so that the caller can give up on it. */
  readonly onAttempt: (attempt: { destroy(): unknown }) => void;
}

/** Null when nobody is there within `timeoutMs`. */
export async function connectPrinter(options: ConnectionOptions): Promise<PrinterConnection | null> {
  const { timeoutMs, onAttempt } = options;
  const link = await options.open({ timeoutMs, onAttempt });
  if (!link) return null;
  onAttempt(link);
  return connectionOn(link, options.onReply);
}

function connectionOn(link: ByteLink, onReply: (reply: Reply) => void): PrinterConnection {
  const read = replyReader();
  const listeners = new Set<(reply: Reply) => void>([onReply]);
  const within = waiting(link);
  link.onBytes((bytes) => {
    for (const reply of read(bytes)) for (const listener of listeners) listener(reply);
  });
  const connection: PrinterConnection = {
    async write(bytes, timeoutMs) {
      const written = await within<true>(timeoutMs, (resolve) => {
        link.write(bytes).then(
          () => resolve(true),
          () => undefined,
        );
      });
      return written === true;
    },
    async ask(n, timeoutMs) {
      const answered = connection.reply((reply) => reply.kind === 'real-time', timeoutMs);
      link.write(realTimeQuestion(n)).catch(() => undefined);
      const reply = await answered;
      return reply?.kind === 'real-time' ? reply.byte : null;
    },
    async reply(wanted, timeoutMs) {
      const answered = Promise.withResolvers<Reply>();
      const listener = (reply: Reply): void => {
        if (wanted(reply)) answered.resolve(reply);
      };
      listeners.add(listener);
      const reply = await within<Reply>(timeoutMs, (resolve) => void answered.promise.then(resolve));
      listeners.delete(listener);
      return reply;
    },
    isOpen: () => link.isOpen(),
    async end(timeoutMs) {
      await within(timeoutMs, () => link.end());
      link.destroy();
    },
  };
  return connection;
}

type Within = <T>(timeoutMs: number, start: (resolve: (value: T) => void) => void) => Promise<T | null>;

/** Waits for what `start` resolves with; null when the link ends or `timeoutMs` pass first. */
function waiting(link: ByteLink): Within {
  const ends = new Set<() => void>();
  let ended = false;
  link.onEnd(() => {
    ended = true;
    for (const end of ends) end();
  });
  return (timeoutMs, start) =>
    new Promise((resolve) => {
      if (ended) return resolve(null);
      const finish = <T>(value: T | null): void => {
        clearTimeout(timer);
        ends.delete(onEnd);
        resolve(value as never);
      };
      const onEnd = (): void => finish(null);
      const timer = setTimeout(onEnd, timeoutMs);
      ends.add(onEnd);
      return start(finish);
    });
}
