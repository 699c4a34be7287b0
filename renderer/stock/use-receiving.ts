import { useRef, useState } from 'react';
import type { StockRow, UnitRow } from '#contract/stock.ts';
import { useDo } from '../api/api.tsx';
import type { AllRefusals } from '../api/client.ts';
import type { Taken } from '../scanning/listening.tsx';
import type { Provenance } from './receiving.ts';

/** What became of one scan. */
export type Outcome =
  | { readonly kind: 'received' }
  | { readonly kind: 'to-confirm' }
  | { readonly kind: 'not-the-same' }
  | { readonly kind: 'already-here'; readonly status: UnitRow['status'] }
  | { readonly kind: 'refused'; readonly refusal: AllRefusals };

export interface Entry {
  readonly id: number;
  readonly text: string;
  readonly outcome: Outcome;
}

interface Receiving {
  readonly entries: readonly Entry[];
  readonly receivedCount: number;
  /** Scanned, and to be compared by a human before it enters the stock. */
  readonly toConfirm: Entry | null;
  readonly take: (readings: readonly string[]) => Promise<Taken>;
  readonly confirm: (entry: Entry, same: boolean) => Promise<void>;
}

/** Scans that enter the stock one after another, each with its own outcome. */
export function useReceiving(row: StockRow, provenance: Provenance): Receiving {
  const { act } = useDo('receiveUnit');
  const [entries, setEntries] = useState<readonly Entry[]>([]);
  const lastId = useRef(0);

  const receive = async (text: string, confirmed: boolean): Promise<{ text: string; outcome: Outcome }> => {
    const { donor, tested, wiped } = provenance;
    if (donor === null)
      return { text, outcome: { kind: 'refused', refusal: { kind: 'bad-input', where: [] } } };
    const answer = await act({ sku: row.sku, text, confirmed, provenance: { donor, tested, wiped } });
    if (answer.ok) return { text: answer.value.text, outcome: { kind: 'received' } };
    const { refusal } = answer;
    if (refusal.kind === 'unit-to-confirm') return { text: refusal.text, outcome: { kind: 'to-confirm' } };
    if (refusal.kind === 'unit-already-here')
      return { text, outcome: { kind: 'already-here', status: refusal.status } };
    return { text, outcome: { kind: 'refused', refusal } };
  };

  const take = async (readings: readonly string[]): Promise<Taken> => {
    let best = await receive(readings[0] ?? '', false);
    // The same scan read by characters instead of keys may be the one that makes sense.
    for (const reading of readings.slice(1)) {
      if (best.outcome.kind !== 'refused') break;
      const other = await receive(reading, false);
      if (other.outcome.kind !== 'refused') best = other;
    }
    lastId.current += 1;
    const entry: Entry = { id: lastId.current, text: best.text.toUpperCase(), outcome: best.outcome };
    setEntries((all) => [entry, ...all.filter((one) => !replaces(entry, one))]);
    return best.outcome.kind === 'received' || best.outcome.kind === 'to-confirm' ? 'yes' : 'no';
  };

  const confirm = async (entry: Entry, same: boolean): Promise<void> => {
    const outcome: Outcome = same ? (await receive(entry.text, true)).outcome : { kind: 'not-the-same' };
    setEntries((all) => all.map((one) => (one.id === entry.id ? { ...one, outcome } : one)));
  };

  return {
    entries,
    receivedCount: entries.filter((one) => one.outcome.kind === 'received').length,
    toConfirm: entries.findLast((one) => one.outcome.kind === 'to-confirm') ?? null,
    take,
    confirm,
  };
}

/** A question about the same card is asked once, however often the card is scanned. */
const replaces = (entry: Entry, old: Entry): boolean =>
  entry.text === old.text && old.outcome.kind === 'to-confirm';
