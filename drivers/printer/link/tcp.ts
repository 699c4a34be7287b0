import { connect } from 'node:net';
import type { ByteLink, OpenLink } from './port.ts';

/** A printer on the network; nearly all listen on port 9100. */
export const tcpLink =
  (host: string, port: number): OpenLink =>
  ({ timeoutMs, onAttempt }) => {
    const socket = connect({ host, port });
    onAttempt(socket);
    // Every error is followed by `close`, which is what ends the link.
    socket.on('error', () => undefined);
    const link: ByteLink = {
      write: (bytes) =>
        new Promise((resolve, reject) => {
          socket.write(bytes, (error) => (error ? reject(error) : resolve()));
        }),
      onBytes: (listener) => {
        socket.on('data', (chunk) =>
          listener(typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk),
        );
      },
      onEnd: (listener) => {
        if (socket.destroyed) listener();
        else socket.once('close', listener);
      },
      isOpen: () => !socket.destroyed && socket.writable,
      // FIN: the printer works through what it has and closes its side.
      end: () => void socket.end(),
      destroy: () => void socket.destroy(),
    };
    return new Promise((resolve) => {
      const giveUp = (): void => {
        clearTimeout(timer);
        socket.destroy();
        resolve(null);
      };
      const timer = setTimeout(giveUp, timeoutMs);
      socket.once('close', giveUp);
      socket.once('connect', () => {
        clearTimeout(timer);
        socket.off('close', giveUp);
        resolve(link);
      });
    });
  };
