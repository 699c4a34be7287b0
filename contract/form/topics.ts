/** What changed since the page last asked: it asks again for what it shows. */
export const topics = [
  'desk',
  'basket',
  'stock',
  'batches',
  'print-jobs',
  'team',
  'tickets',
  'journal',
  'money',
  'work',
  /** A scanner that is no keyboard sent a code: it waits to be taken. */
  'scan',
] as const;
export type Topic = (typeof topics)[number];
export interface Changed {
  readonly topics: readonly Topic[];
}
