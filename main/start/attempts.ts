import type { Result } from '#domain/result.ts';
import type { Application } from '../application.ts';
import type { StartRefusal } from './refusal.ts';

/** The till as a window holds it: being opened, open, or refused until it is tried again. */
export interface Attempts {
  /** The till, once an attempt has opened it. */
  readonly opened: () => Promise<Application>;
  /** Opens it, or closes it and opens it anew; what stands in the way, or null. Asked twice, it is done once. */
  readonly again: () => Promise<StartRefusal | null>;
  readonly isOpen: () => boolean;
  /** Resolves once nothing is open, or a moment after an attempt that does not end. */
  readonly close: () => Promise<void>;
}

/** An attempt may hang on a drive that does not answer: the process ends all the same. */
const closeMs = 5_000;

export function attempts(open: () => Promise<Result<Application, StartRefusal>>): Attempts {
  const waiting: ((application: Application) => void)[] = [];
  let application: Application | null = null;
  let under: Promise<StartRefusal | null> | null = null;
  let closed = false;
  const attempt = async (): Promise<StartRefusal | null> => {
    const before = application;
    application = null;
    await before?.close();
    if (closed) return null;
    const opened = await open();
    if (!opened.ok) return opened.refusal;
    // The window was closed meanwhile.
    if (closed) await opened.value.close();
    else application = opened.value;
    for (const tell of waiting.splice(0)) tell(opened.value);
    return null;
  };
  return {
    opened: () => (application ? Promise.resolve(application) : new Promise((tell) => waiting.push(tell))),
    again: () =>
      (under ??= attempt().finally(() => {
        under = null;
      })),
    isOpen: () => application !== null,
    close: async () => {
      closed = true;
      const ends = async (): Promise<void> => {
        await under;
        await application?.close();
      };
      let timer: ReturnType<typeof setTimeout> | undefined;
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, closeMs);
      });
      await Promise.race([ends(), late]).finally(() => clearTimeout(timer));
    },
  };
}
