/** A line of work that waits for nobody: one after another, each reported when it fails. */
export function laterLine(report: (error: unknown) => void): {
  readonly later: (work: () => Promise<unknown>) => void;
  /** Resolves once everything asked so far is done; what is asked after `close` is not begun. */
  readonly close: () => Promise<void>;
} {
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;
  return {
    later: (work) => {
      last = last.then(() => (closed ? undefined : work())).catch(report);
    },
    close: async () => {
      closed = true;
      await last;
    },
  };
}
