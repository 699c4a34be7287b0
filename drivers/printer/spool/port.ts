import type { PrinterStatus } from '../port.ts';

/** What an operating system's print queue is asked to do: it prints on its own and tells little of it. */
export interface Spooler {
  /**
   * Hands one job over whole; false when the queue is not there or refuses it, and then nothing was taken.
   * @throws when nobody knows what was taken.
   */
  submit(bytes: Uint8Array): Promise<boolean>;
  /** What the queue knows of its printer; `unknown` is what most say. */
  state(): Promise<PrinterStatus['state']>;
}
