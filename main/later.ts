export interface LaterLine {
  /** What is asked again under the same name before it has begun is done once, where it was asked last. */
  readonly later: (work: () => Promise<unknown>, name?: string) => void;
  /** Resolves once what runs is done; what has not begun by then never does. */
  readonly close: () => Promise<void>;
}

/** A line of work that waits for nobody: one after another, each reported when it fails. */
export function laterLine(report: (error: unknown) => void): LaterLine {
  const lastAsked = new Map<string, symbol>();
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;
  return {
    later: (work, name) => {
      const turn = Symbol(name);
      if (name !== undefined) lastAsked.set(name, turn);
      const isAskedAgain = (): boolean => name !== undefined && lastAsked.get(name) !== turn;
      last = last.then(() => (closed || isAskedAgain() ? undefined : work())).catch(report);
    },
    close: async () => {
      closed = true;
      await last;
    },
  };
}
