import { connect, type Socket } from 'node:net';
import { realTimeQuestion, type RealTimeQuestion, type Reply, replyReader } from './status-bytes.ts';

/** One TCP connection to a printer, with the replies that come back on it. */
export interface PrinterConnection {
  /** Resolves true once the system has taken every byte, false when the connection broke or time ran out. */
  write(bytes: Uint8Array, timeoutMs: number): Promise<boolean>;
  /** Asks DLE EOT `n`; null when no answer came in time. */
  ask(n: RealTimeQuestion, timeoutMs: number): Promise<number | null>;
  /** Resolves with the first reply from now on that `wanted` accepts, null on timeout or when the connection ends. */
  reply(wanted: (reply: Reply) => boolean, timeoutMs: number): Promise<Reply | null>;
  isOpen(): boolean;
  /** FIN, then at most `timeoutMs` for the printer to close its side. */
  end(timeoutMs: number): Promise<void>;
  destroy(): void;
}

export interface ConnectionOptions {
  readonly host: string;
  readonly port: number;
  readonly timeoutMs: number;
  readonly onReply: (reply: Reply) => void;
  /** Called before the connection stands, so that the caller can give up on it. */
  readonly onSocket: (socket: { destroy(): unknown }) => void;
}

/** Null when nobody answers at that address within `timeoutMs`. */
export async function connectPrinter(options: ConnectionOptions): Promise<PrinterConnection | null> {
  const socket = connect({ host: options.host, port: options.port });
  options.onSocket(socket);
  // Every error is followed by `close`, which is what the waits below look at.
  socket.on('error', () => undefined);
  const connected = await settled(socket, options.timeoutMs, (resolve) => {
    socket.once('connect', () => resolve(true));
  });
  if (!connected) {
    socket.destroy();
    return null;
  }
  return connectionOn(socket, options.onReply);
}

function connectionOn(socket: Socket, onReply: (reply: Reply) => void): PrinterConnection {
  const read = replyReader();
  const listeners = new Set<(reply: Reply) => void>([onReply]);
  socket.on('data', (chunk) => {
    for (const reply of read(typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk)) {
      for (const listener of listeners) listener(reply);
    }
  });
  const connection: PrinterConnection = {
    async write(bytes, timeoutMs) {
      const written = await settled<true>(socket, timeoutMs, (resolve) => {
        socket.write(bytes, (error) => {
          if (!error) resolve(true);
        });
      });
      return written === true;
    },
    async ask(n, timeoutMs) {
      const answered = connection.reply((reply) => reply.kind === 'real-time', timeoutMs);
      socket.write(realTimeQuestion(n));
      const reply = await answered;
      return reply?.kind === 'real-time' ? reply.byte : null;
    },
    async reply(wanted, timeoutMs) {
      const answered = Promise.withResolvers<Reply>();
      const listener = (reply: Reply): void => {
        if (wanted(reply)) answered.resolve(reply);
      };
      listeners.add(listener);
      const reply = await settled<Reply>(socket, timeoutMs, (resolve) => void answered.promise.then(resolve));
      listeners.delete(listener);
      return reply;
    },
    isOpen: () => !socket.destroyed && socket.writable,
    async end(timeoutMs) {
      await settled(socket, timeoutMs, () => socket.end());
      socket.destroy();
    },
    destroy: () => socket.destroy(),
  };
  return connection;
}

/** What `start` resolves with; null when the socket closes or `timeoutMs` pass first. */
function settled<T>(
  socket: Socket,
  timeoutMs: number,
  start: (resolve: (value: T) => void) => void,
): Promise<T | null> {
  return new Promise((resolve) => {
    if (socket.destroyed) {
      resolve(null);
      return;
    }
    const finish = (value: T | null): void => {
      clearTimeout(timer);
      socket.off('close', onClose);
      resolve(value);
    };
    const onClose = (): void => finish(null);
    const timer = setTimeout(onClose, timeoutMs);
    socket.once('close', onClose);
    start(finish);
  });
}
