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
  async ({ timeoutMs, onAttempt }) => {
    const deadline = Date.now() + timeoutMs;
    const attempt = { wanted: true, destroy: () => (attempt.wanted = false) };
    onAttempt(attempt);
    do {
      try {
        const file = await open(path, constants.O_RDWR | constants.O_NONBLOCK);
        await forgetOldAnswers(file);
        if (attempt.wanted) return linkOn(file);
        await file.close();
      } catch (error) {
        // The system lends the device to one at a time and takes it back only a moment after it was closed.
        if (codeOf(error) !== 'EBUSY') return null;
        await pause();
      }
    } while (attempt.wanted && Date.now() < deadline);
    return null;
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
      const count = await readInto(buffer, file);
      if (count === null) return finish();
      if (count === 'busy' || count === 0) await pause();
      else for (const listener of listeners) listener(buffer.slice(0, count));
    }
  };
  const send = async (bytes: Uint8Array): Promise<void> => {
    for (let sent = 0; ;) {
      if (!link.open) throw new Error('the device is gone');
      const left = bytes.length - sent;
      const count = await patiently(() =>
        file.write(bytes, sent, left, null).then((one) => one.bytesWritten),
      );
      if (count === null) {
        finish();
        throw new Error('the device is gone');
      }
      // The last bytes are said to be written while they wait for the printer, and are lost when the file is closed
      // then: a write of nothing is taken only after them.
      if (count === 0 && left === 0) return;
      if (count === 'busy' || count === 0) await pause();
      else sent += count;
    }
  };
  return {
    write: (bytes) => (writing = writing.catch(() => undefined).then(() => send(bytes))),
    onBytes: (listener) => {
      listeners.push(listener);
      if (listeners.length === 1) void listen().catch(finish);
    },
    onEnd: (listener) => void (link.open ? ended.push(listener) : listener()),
    isOpen: () => link.open,
    end: () => void writing.catch(() => undefined).then(finish),
    destroy: finish,
  };
}

/** What the printer said when nobody listened waits in it, and would pass for the answer to the next question. */
async function forgetOldAnswers(file: FileHandle): Promise<void> {
  const buffer = new Uint8Array(largestRead);
  for (let reads = 0, silences = 0; reads < 100 && silences < 3; reads += 1) {
    const count = await readInto(buffer, file);
    if (count === null) return;
    if (count !== 'busy' && count > 0) continue;
    silences += 1;
    await pause();
  }
}

const readInto = (buffer: Uint8Array, file: FileHandle): Promise<number | 'busy' | null> =>
  patiently(() => file.read(buffer, 0, largestRead, null).then((one) => one.bytesRead));

/** How many bytes went; `busy` when the device is not ready, null when it is gone. */
async function patiently(act: () => Promise<number>): Promise<number | 'busy' | null> {
  try {
    return await act();
  } catch (error) {
    return codeOf(error) === 'EAGAIN' ? 'busy' : null;
  }
}

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, pauseMs));
