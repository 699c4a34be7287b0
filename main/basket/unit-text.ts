import type { Product } from '#domain/catalogue.ts';
import { readIccid, readImei } from '#domain/identifiers.ts';
import { type UnitKey, brandAs } from '#domain/ids.ts';
import { readScan } from '#domain/nomenclature.ts';

export interface ReadUnit {
  readonly key: UnitKey;
  readonly text: string;
  /** A human must compare the digits: the checksum cannot decide. */
  readonly confirm: boolean;
}

type Unread = { readonly reason: string };

/**
 * Reads a unit's identifier in the form its product is tracked by, typed as it may be scanned; a reason when it is not
 * one.
 */
export function readUnitText(product: Product, text: string, labelPattern: string): ReadUnit | Unread {
  const meaning = readScan({ readings: [text] }, labelPattern);
  switch (product.unit) {
    case 'iccid':
      return meaning.kind === 'iccid'
        ? { key: meaning.unitKey, text: meaning.iccid, confirm: meaning.confidence === 'confirm' }
        : whyNot(readIccid(text));
    case 'imei':
      return meaning.kind === 'imei'
        ? { key: meaning.unitKey, text: meaning.imei, confirm: false }
        : whyNot(readImei(text));
    case 'label':
      return meaning.kind === 'device-label'
        ? { key: meaning.unitKey, text: meaning.label, confirm: false }
        : { reason: 'wrong-form' };
    case 'serial': {
      const serial = text.replace(/\s/g, '').toUpperCase();
      const isPerson = meaning.kind === 'damaged' && meaning.what === 'nir';
      return !isPerson && /^[A-Z0-9./-]{3,40}$/.test(serial)
        ? { key: brandAs<UnitKey>(serial), text: serial, confirm: false }
        : { reason: 'wrong-form' };
    }
    case null:
      return { reason: 'not-by-unit' };
  }
}

const whyNot = (read: { readonly ok: boolean; readonly refusal?: Unread }): Unread =>
  read.refusal ?? { reason: 'wrong-form' };
