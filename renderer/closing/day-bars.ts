import type { ClosingCheck } from '#contract/closing.ts';
import { type TenderKind, tenderKinds } from '#domain/tender.ts';

export interface Bar {
  readonly hour: number;
  /** From the foot up, in the same units as `height`; a refund shortens nothing below zero. */
  readonly parts: readonly { readonly tender: TenderKind; readonly from: number; readonly height: number }[];
  readonly totalCents: number;
}

/** One bar for every hour from the first sale to the last, so that a quiet hour shows as one. */
export function dayBars(hours: ClosingCheck['hours'], height: number): readonly Bar[] {
  const [first] = hours;
  const last = hours.at(-1);
  if (!first || !last) return [];
  const sums = hours.map(({ byTender }) =>
    tenderKinds.reduce((sum, kind) => sum + Math.max(0, byTender[kind]), 0),
  );
  const scale = height / Math.max(1, ...sums);
  return Array.from({ length: last.hour - first.hour + 1 }, (_, index) => {
    const hour = first.hour + index;
    const byTender = hours.find((one) => one.hour === hour)?.byTender;
    let from = 0;
    const parts = tenderKinds.flatMap((tender) => {
      const amount = Math.max(0, byTender?.[tender] ?? 0) * scale;
      if (amount === 0) return [];
      const part = { tender, from, height: amount };
      from += amount;
      return [part];
    });
    const totalCents = byTender ? tenderKinds.reduce((sum, kind) => sum + byTender[kind], 0) : 0;
    return { hour, parts, totalCents };
  });
}
