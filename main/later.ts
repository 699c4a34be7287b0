export interface LaterLine {
  /** What is asked again under the same name before it has begun is done once. */
  readonly later: (work: () => Promise<unknown>, name?: string) => void;
  /** Resolves once what runs is done; what has not begun by then never does. */
  readonly close: () => Promise<void>;
}

/** A line of work that waits for nobody: one after another, each reported when it fails. */
export function laterLine(report: (error: unknown) => void): LaterLine {
  const waiting = new Set<string>();
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;
  return {
    later: (work, name) => {
      if (name !== undefined && waiting.has(name)) return;
      if (name !== undefined) waiting.add(name);
      last = last
        .then(() => {
          if (name !== undefined) waiting.delete(name);
          return closed ? undefined : work();
        })
        .catch(report);
    },
    close: async () => {
      closed = true;
      await last;
    },
  };
}
