/** Runs what nobody waits for: whatever it throws, now or later, is told and ends nothing. */
export const unwatched =
  (tell: (error: unknown) => void) =>
  (work: () => unknown): void => {
    const done = async (): Promise<void> => {
      await work();
    };
    void done().catch(tell);
  };
