import { blindedReferral } from '#exchange/blinded.ts';
import { rightsEventOf } from '#exchange/event-payload.ts';
import type { OpenedBatch } from '#exchange/open-batch.ts';

/** Whether every line about a referral names the one that its window's event signed, under the key of that year. */
export function referralLinesHold(batch: OpenedBatch, yearlyKey: (year: number) => string): boolean {
  const signed = new Map(
    batch.journal.flatMap(({ record }) => {
      const event = rightsEventOf(record);
      return event?.type === 'window-opened' ? [[event.payload.entitlementId, event.payload.referral]] : [];
    }),
  );
  return batch.referrals.every(({ entitlementId, referralKey }) => {
    const blinded = signed.get(entitlementId);
    const year = Number(blinded?.slice(0, 4));
    return blinded === blindedReferral({ year, key: yearlyKey(year) }, referralKey);
  });
}
