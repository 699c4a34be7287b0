import type { Product } from '#domain/catalogue.ts';
import { readIccid, readImei } from '#domain/identifiers.ts';
import { type UnitKey, brandAs } from '#domain/ids.ts';

export interface ReadUnit {
  readonly key: UnitKey;
  readonly text: string;
  /** A human must compare the digits: the checksum cannot decide. */
  readonly confirm: boolean;
}

/** Reads a unit's identifier in the form its product is tracked by; a reason when it is not one. */
export function readUnitText(
  product: Product,
  text: string,
  labelPattern: string,
): ReadUnit | { readonly reason: string } {
  switch (product.unit) {
    case 'iccid': {
      const read = readIccid(text);
      if (!read.ok) return read.refusal;
      return {
        key: read.value.unitKey,
        text: read.value.iccid,
        confirm: read.value.confidence === 'confirm',
      };
    }
    case 'imei': {
      const read = readImei(text);
      if (!read.ok) return read.refusal;
      return { key: brandAs<UnitKey>(read.value.imei), text: read.value.imei, confirm: false };
    }
    case 'label': {
      const label = text.trim().toUpperCase();
      return new RegExp(`^(?:${labelPattern})$`).test(label)
        ? { key: brandAs<UnitKey>(label), text: label, confirm: false }
        : { reason: 'wrong-form' };
    }
    case 'serial': {
      const serial = text.replace(/\s/g, '').toUpperCase();
      return /^[A-Z0-9./-]{3,40}$/.test(serial)
        ? { key: brandAs<UnitKey>(serial), text: serial, confirm: false }
        : { reason: 'wrong-form' };
    }
    case null:
      return { reason: 'not-by-unit' };
  }
}
