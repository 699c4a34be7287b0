import type { PrintJobView } from '#contract/printing.ts';

/** A person has to look whether it came out. */
const asks = (job: PrintJobView): boolean => job.state === 'ask' || job.state === 'failed';

/** What asks first, then what waits, then what is done: each by age, the newest done first. */
export function jobsInOrder(jobs: readonly PrintJobView[]): readonly PrintJobView[] {
  const rank = (job: PrintJobView): number => (asks(job) ? 0 : isWaiting(job) ? 1 : 2);
  return jobs.toSorted((one, other) => {
    const ranks = rank(one) - rank(other);
    if (ranks !== 0) return ranks;
    const age = one.createdAt < other.createdAt ? -1 : 1;
    return rank(one) === 2 ? -age : age;
  });
}

const isWaiting = (job: PrintJobView): boolean => job.state === 'queued' || job.state === 'printing';
