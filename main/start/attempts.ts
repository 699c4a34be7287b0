import type { Result } from '#domain/result.ts';
import type { KeptTill } from '../kept-till.ts';
import type { StartRefusal } from './refusal.ts';

/** The till as a window holds it: being opened, open, or refused until it is tried again. */
export interface Attempts {
  /** The till, once an attempt has opened it. */
  readonly opened: () => Promise<KeptTill>;
  /** Opens it, or closes it and opens it anew; what stands in the way, or null. Asked twice, it is done once. */
  readonly again: () => Promise<StartRefusal | null>;
  readonly isOpen: () => boolean;
  /** Resolves once nothing is open, or a moment after an attempt that does not end. */
  readonly close: () => Promise<void>;
}

/** An attempt may hang on a drive that does not answer: the process ends all the same. */
const closeMs = 5_000;

export function attempts(open: () => Promise<Result<KeptTill, StartRefusal>>): Attempts {
  const waiting: ((kept: KeptTill) => void)[] = [];
  let kept: KeptTill | null = null;
  let under: Promise<StartRefusal | null> | null = null;
  let closed = false;
  const attempt = async (): Promise<StartRefusal | null> => {
    const before = kept;
    kept = null;
    await before?.close();
    if (closed) return null;
    const opened = await open();
    if (!opened.ok) return opened.refusal;
    // The window was closed meanwhile.
    if (closed) await opened.value.close();
    else kept = opened.value;
    for (const tell of waiting.splice(0)) tell(opened.value);
    return null;
  };
  return {
    opened: () => (kept ? Promise.resolve(kept) : new Promise((tell) => waiting.push(tell))),
    again: () =>
      (under ??= attempt().finally(() => {
        under = null;
      })),
    isOpen: () => kept !== null,
    close: async () => {
      closed = true;
      const ends = async (): Promise<void> => {
        await under;
        await kept?.close();
      };
      let timer: ReturnType<typeof setTimeout> | undefined;
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, closeMs);
      });
      await Promise.race([ends(), late]).finally(() => clearTimeout(timer));
    },
  };
}
