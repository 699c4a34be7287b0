import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { ByteLink, OpenLink } from './port.ts';

/** Between two tries when the device has nothing to say, or no room for more. */
const pauseMs = 10;
const largestRead = 4_096;

/**
 * A USB printer as its device file (`/dev/usb/lp0`). Never waits inside the system: a printer that takes no more
 * bytes would hold a thread for ever, and no signal ends that.
 */
export const deviceLink =
  (path: string): OpenLink =>
  async () => {
    try {
      return linkOn(await open(path, constants.O_RDWR | constants.O_NONBLOCK));
    } catch {
      return null;
    }
  };

function linkOn(file: FileHandle): ByteLink {
  const listeners: ((bytes: Uint8Array) => void)[] = [];
  const ended: (() => void)[] = [];
  const link = { open: true };
  let writing: Promise<void> = Promise.resolve();
  const finish = (): void => {
    if (!link.open) return;
    link.open = false;
    void file.close().catch(() => undefined);
    for (const listener of ended) listener();
  };
  /** Reads from the first listener on; a device that is pulled out ends the link. */
  const listen = async (): Promise<void> => {
    const buffer = new Uint8Array(largestRead);
    while (link.open) {
      const count = await patiently(() =>
        file.read(buffer, 0, largestRead, null).then((one) => one.bytesRead),
      );
      if (count === null) return finish();
      if (count === 0) await pause();
      else for (const listener of listeners) listener(buffer.slice(0, count));
    }
  };
  const send = async (bytes: Uint8Array): Promise<void> => {
    for (let sent = 0; sent < bytes.length;) {
      if (!link.open) throw new Error('the device is gone');
      const count = await patiently(() =>
        file.write(bytes, sent, bytes.length - sent, null).then((one) => one.bytesWritten),
      );
      if (count === null) {
        finish();
        throw new Error('the device is gone');
      }
      if (count === 0) await pause();
      sent += count;
    }
  };
  return {
    write: (bytes) => (writing = writing.catch(() => undefined).then(() => send(bytes))),
    onBytes: (listener) => {
      listeners.push(listener);
      if (listeners.length === 1) void listen();
    },
    onEnd: (listener) => void (link.open ? ended.push(listener) : listener()),
    isOpen: () => link.open,
    end: () => void writing.catch(() => undefined).then(finish),
    destroy: finish,
  };
}

/** How many bytes went; 0 when the device is not ready, null when it is gone. */
async function patiently(act: () => Promise<number>): Promise<number | null> {
  try {
    return await act();
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EAGAIN' ? 0 : null;
  }
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, pauseMs));
