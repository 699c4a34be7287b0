/** Counts failures per key; after `free` of them each further try waits twice as long, up to 15 minutes. */
export interface Throttle {
  /** Seconds to wait before the next try; 0 when it may be made now. */
  readonly waitSeconds: (key: string, nowMs: number) => number;
  readonly failed: (key: string, nowMs: number) => void;
  readonly succeeded: (key: string) => void;
}

const longestMs = 15 * 60_000;
// Beyond this many keys the oldest are forgotten: an attacker must not fill the memory.
const keysAtMost = 10_000;

export function newThrottle(free: number): Throttle {
  const failures = new Map<string, { readonly count: number; readonly untilMs: number }>();
  return {
    waitSeconds: (key, nowMs) => Math.max(0, Math.ceil(((failures.get(key)?.untilMs ?? 0) - nowMs) / 1000)),
    failed: (key, nowMs) => {
      const count = (failures.get(key)?.count ?? 0) + 1;
      const waitMs = count < free ? 0 : Math.min(longestMs, 1000 * 2 ** (count - free));
      failures.delete(key);
      failures.set(key, { count, untilMs: nowMs + waitMs });
      const [oldest] = failures.keys();
      if (failures.size > keysAtMost && oldest !== undefined) failures.delete(oldest);
    },
    succeeded: (key) => void failures.delete(key),
  };
}
