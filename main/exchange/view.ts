import type { BatchView } from '#contract/exchange.ts';
import type { Deps } from '../deps.ts';

type Row = ReturnType<Deps['store']['batches']>[number];

export function batchView(row: Row): BatchView {
  const { acknowledgement, ...kept } = row;
  return { ...kept, answerDetail: acknowledgement === null ? null : detailOf(acknowledgement) };
}

/** The part of a sealed answer that says more than its kind: which batch is expected, why it was set aside. */
function detailOf(sealed: string): string | null {
  const body = JSON.parse(sealed.split('\n')[0] ?? '{}') as {
    status?: { expected?: number; reason?: string };
  };
  return body.status?.reason ?? body.status?.expected?.toString() ?? null;
}
