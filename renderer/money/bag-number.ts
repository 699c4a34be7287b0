import { readScan } from '#domain/nomenclature.ts';

/** No label of this product: what stands on a bank's bag is never one of the point's own devices. */
const noLabel = '(?!)';

/** The number on a bank's bag or slip, or null where a scan is something that has its own place: a card, a ticket. */
export function bagNumberIn(readings: readonly string[]): string | null {
  const meaning = readScan({ readings }, noLabel);
  switch (meaning.kind) {
    case 'serial':
      return meaning.serial;
    case 'product':
      return meaning.ean;
    case 'damaged':
      return meaning.what === 'unknown' || meaning.what === 'product' ? meaning.text : null;
    case 'member-card':
    case 'iccid':
    case 'imei':
    case 'device-label':
    case 'voucher':
    case 'signed-referral':
    case 'ticket':
    case 'command':
      return null;
  }
}
