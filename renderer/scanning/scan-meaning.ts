import type { WedgeChoice } from '#contract/scanning.ts';
import { type ScanMeaning, readScan } from '#domain/nomenclature.ts';
import type { Scan } from './scan.ts';

/** A label has the form that headquarters chose, which the page does not know: it shows as a serial number. */
const noLabel = '(?!)';

export interface Understood {
  readonly kind: ScanMeaning['kind'];
  /** The code itself, cleaned of what the scanner added. */
  readonly text: string;
  /** The scanner types as another keyboard does; understood all the same. */
  readonly otherKeyboard: boolean;
}

/** The scan as the till takes it, without the prefix that its scanner is set to send; null when it sent none. */
export function withoutPrefix(scan: Scan, wedge: WedgeChoice): Scan | null {
  if (wedge.kind !== 'prefix' || scan.from !== 'keyboard') return scan;
  const { prefix } = wedge;
  const readings = scan.readings.flatMap((one) => (one.startsWith(prefix) ? [one.slice(prefix.length)] : []));
  return readings.length > 0 ? { ...scan, readings } : null;
}

/** What a scan would mean to the till, without doing it. */
export function understood({ readings, aim }: Pick<Scan, 'readings' | 'aim'>): Understood {
  const meaning = readScan(aim === undefined ? { readings } : { readings, aim }, noLabel);
  const distinct = new Set(readings.map((reading) => reading.trim().toUpperCase()));
  return { kind: meaning.kind, text: textOf(meaning), otherKeyboard: distinct.size > 1 };
}

function textOf(meaning: ScanMeaning): string {
  switch (meaning.kind) {
    case 'member-card':
      return meaning.card;
    case 'iccid':
      return meaning.iccid;
    case 'imei':
      return meaning.imei;
    case 'product':
      return meaning.ean;
    case 'device-label':
      return meaning.label;
    case 'voucher':
      return meaning.voucher;
    case 'signed-referral':
      return meaning.code;
    case 'ticket':
      return meaning.number;
    case 'command':
      return `!${meaning.command.toUpperCase()}`;
    case 'serial':
      return meaning.serial;
    case 'damaged':
      return meaning.text;
  }
}
