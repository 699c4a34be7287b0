import type { Catalogue } from '#domain/catalogue.ts';
import { luhnDigit } from '#domain/identifiers.ts';
import { day } from '#domain/time.ts';
import type { ReferenceBody } from '#exchange/reference.ts';

type Units = ReferenceBody['units'];

const count = 5;
const numbers = Array.from({ length: count }, (_, index) => index + 1);

/** Articles that exist nowhere: cards, phones and labelled devices whose numbers are made for practice. */
export function practiceUnits(catalogue: Catalogue): Units {
  const provenance = { donor: 'entreprise', receivedOn: day('2026-01-01'), tested: true, wiped: true };
  const phone = catalogue.products.find((product) => product.unit === 'imei');
  const device = catalogue.products.find((product) => product.unit === 'label');
  return {
    sims: numbers.map((one) => withLuhn(`89331099999000000${String(one).padStart(2, '0')}`)),
    phones: phone
      ? numbers.map((one) => ({
          imei: withLuhn(`350000990000${String(one).padStart(2, '0')}`),
          sku: phone.sku,
          ...provenance,
        }))
      : [],
    devices: device ? labels(catalogue).map((label) => ({ label, sku: device.sku, ...provenance })) : [],
  };
}

const withLuhn = (digits: string): string => digits + luhnDigit(digits);

/** Labels of the form that headquarters publishes; none where we do not know how to make one. */
function labels(catalogue: Catalogue): string[] {
  const pattern = new RegExp(`^(?:${catalogue.policy.deviceLabelPattern})$`);
  return numbers
    .map((one) => `FOSM29-99${String(one).padStart(2, '0')}`)
    .filter((label) => pattern.test(label));
}
