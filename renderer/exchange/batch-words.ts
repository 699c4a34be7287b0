import type { BatchView } from '#contract/exchange.ts';
import { type Day, type Instant, dayIn, daysBetween } from '#domain/time.ts';

/** What the last try ran into, as far as a volunteer can do something about it. */
type Fault = 'no-network' | 'slow' | 'headquarters' | 'not-recognised' | 'other';

const signs: readonly (readonly [Fault, RegExp])[] = [
  ['slow', /timeout|timed out|aborted/i],
  [
    'no-network',
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|EPIPE|fetch failed|socket|network/i,
  ],
  ['not-recognised', /certificate|self.signed|CERT_|acknowledgement/i],
  ['headquarters', /headquarters answered/i],
];

export function faultIn(lastError: string | null): Fault | null {
  if (lastError === null) return null;
  return signs.find(([, sign]) => sign.test(lastError))?.[0] ?? 'other';
}

/** Days that a batch has waited, on the calendar of the site. */
export const waitedDays = (batch: Pick<BatchView, 'createdAt'>, now: Instant, zone: string): number =>
  Math.max(0, daysBetween(dayIn(batch.createdAt, zone), dayIn(now, zone)));

/** The file still has to reach headquarters. */
export const isOnItsWay = (state: BatchView['state']): boolean =>
  state === 'waiting' || state === 'handed-over' || state === 'gap';

/** Headquarters answered something that a person there has to look at. */
export const needsHeadquarters = (state: BatchView['state']): boolean =>
  state === 'conflict' || state === 'unknown-schema' || state === 'quarantined' || state === 'gap';

/** What to look at first: the oldest day that is not received, else the newest. */
export function firstToLookAt(batches: readonly BatchView[]): BatchView | null {
  const open = batches.filter((batch) => batch.state !== 'accepted');
  return open.toSorted((one, other) => one.batchNo - other.batchNo)[0] ?? batches[0] ?? null;
}

const oldAfterDays = 7;

/** Age of the prices in force, and whether that is worth a word. */
export function referenceAge(
  publishedAt: Instant | null,
  now: Instant,
  zone: string,
): { readonly days: number; readonly on: Day; readonly old: boolean } | null {
  if (publishedAt === null) return null;
  const on = dayIn(publishedAt, zone);
  const days = Math.max(0, daysBetween(on, dayIn(now, zone)));
  return { days, on, old: days > oldAfterDays };
}
