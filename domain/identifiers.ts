import { brandAs, type MemberCard, type UnitKey } from './ids.ts';
import { ok, refuse, type Result } from './result.ts';

type Refusal<Reason extends string> = { readonly reason: Reason };
type FormReason = 'not-digits' | 'wrong-length' | 'wrong-prefix' | 'wrong-check-digit';

export type IccidReason = FormReason;
export type ImeiReason = Exclude<FormReason, 'wrong-prefix'>;
export type GtinReason = Exclude<FormReason, 'wrong-prefix'>;
export type VoucherReason = 'wrong-form' | 'wrong-check-digit';
export type MemberCardReason = FormReason;
export type IccidRangeReason =
  | 'first-unreadable'
  | 'last-unreadable'
  | 'lengths-differ'
  | 'issuers-differ'
  | 'no-check-digit'
  | 'last-before-first'
  | 'too-many';

/** `confirm`: well formed, but the checksum cannot decide; a human compares it with the card. */
export type Iccid = {
  readonly iccid: string;
  readonly unitKey: UnitKey;
  /** First six digits: 89, country, issuer. */
  readonly issuer: string;
  readonly confidence: 'valid' | 'confirm';
};
/** `imei` is always the 15-digit form: a software version (16 digits, no checksum) leads back to it. */
export type Imei = { readonly imei: string; readonly isSv: boolean };
/** `ean` as scanned, `gtin14` padded: what products are compared by. */
export type Gtin = { readonly gtin14: string; readonly ean: string };
export type Voucher = {
  readonly voucher: string;
  readonly prescriberNumber: string;
  readonly number: string;
};

/** Every card of this issuer carries a check digit over all its digits, so a wrong one is a misreading. */
const alwaysChecked = '893310';
const largestBox = 500n;

const compact = (text: string): string => text.replace(/\s/g, '');

/** Sum over `digits` from the right, every second digit weighing `weight`. */
function weightedSum(digits: string, weight: 2 | 3): number {
  let sum = 0;
  for (let fromRight = 0; fromRight < digits.length; fromRight += 1) {
    const digit = Number(digits.at(-1 - fromRight));
    const product = fromRight % 2 === 0 ? digit : digit * weight;
    sum += weight === 2 && product > 9 ? product - 9 : product;
  }
  return sum;
}

/** Whether the last of `digits` is the Luhn check digit of the others (ISO/IEC 7812-1, annex B). */
export const luhnHolds = (digits: string): boolean =>
  /^\d{2,}$/.test(digits) && weightedSum(digits, 2) % 10 === 0;

/** The one digit to append to `digits` for Luhn to hold (ISO/IEC 7812-1, annex B). */
export const luhnDigit = (digits: string): string => String((10 - (weightedSum(`${digits}0`, 2) % 10)) % 10);

/** The two digits, 02 to 98, to append to `digits` (ISO 7064, MOD 97-10). */
export const mod97CheckDigits = (digits: string): string =>
  String(98n - ((BigInt(digits) * 100n) % 97n)).padStart(2, '0');

/**
 * A SIM's number: 19 or 20 digits from 89 (ITU-T E.118), as printed or with the F that pads it on the chip.
 * Valid when Luhn holds over all of it, or over the first 19 of 20 for the issuers that add a digit of their own.
 */
export function readIccid(text: string): Result<Iccid, Refusal<IccidReason>> {
  const iccid = compact(text).toUpperCase().replace(/F$/, '');
  // Some issuers count in base sixteen, without a check digit.
  if (/^89\d{4}(?=.*[A-F])[\dA-F]{13,14}$/.test(iccid)) return ok(iccidOf(iccid, 'confirm'));
  if (!/^\d+$/.test(iccid)) return refuse({ reason: 'not-digits' });
  if (!iccid.startsWith('89')) return refuse({ reason: 'wrong-prefix' });
  if (iccid.length !== 19 && iccid.length !== 20) return refuse({ reason: 'wrong-length' });
  const issuer = iccid.slice(0, 6);
  const checked = luhnHolds(iccid) || (issuer !== alwaysChecked && luhnHolds(iccid.slice(0, 19)));
  if (!checked && issuer === alwaysChecked) return refuse({ reason: 'wrong-check-digit' });
  return ok(iccidOf(iccid, checked ? 'valid' : 'confirm'));
}

const iccidOf = (iccid: string, confidence: Iccid['confidence']): Iccid => ({
  iccid,
  unitKey: brandAs<UnitKey>(iccid.slice(0, 19)),
  issuer: iccid.slice(0, 6),
  confidence,
});

/** A phone's number: 15 digits with Luhn, or 16 (IMEISV) whose last two are a software version (3GPP TS 23.003). */
export function readImei(text: string): Result<Imei, Refusal<ImeiReason>> {
  const digits = text.replace(/[\s/-]/g, '');
  if (!/^\d+$/.test(digits)) return refuse({ reason: 'not-digits' });
  if (digits.length === 16) {
    const body = digits.slice(0, 14);
    return ok({ imei: body + luhnDigit(body), isSv: true });
  }
  if (digits.length !== 15) return refuse({ reason: 'wrong-length' });
  if (/^0{8}/.test(digits) || !luhnHolds(digits)) return refuse({ reason: 'wrong-check-digit' });
  return ok({ imei: digits, isSv: false });
}

/** EAN-8, UPC-A, EAN-13 or GTIN-14, with its check digit (GS1 General Specifications, 7.9). */
export function readGtin(text: string): Result<Gtin, Refusal<GtinReason>> {
  const ean = compact(text);
  if (!/^\d+$/.test(ean)) return refuse({ reason: 'not-digits' });
  if (![8, 12, 13, 14].includes(ean.length)) return refuse({ reason: 'wrong-length' });
  if (/^0+$/.test(ean) || weightedSum(ean, 3) % 10 !== 0) return refuse({ reason: 'wrong-check-digit' });
  return ok({ gtin14: ean.padStart(14, '0'), ean });
}

/** A booklet's voucher, `PPP-NNNNN-CC`, ten digits, or `V` and ten digits; given back in its dashed form. */
export function readVoucher(text: string): Result<Voucher, Refusal<VoucherReason>> {
  const match = /^V?(\d{3})[-\u2010-\u2013]?(\d{5})[-\u2010-\u2013]?(\d{2})$/i.exec(compact(text));
  const [, prescriberNumber = '', number = '', check = ''] = match ?? [];
  if (!match) return refuse({ reason: 'wrong-form' });
  if (mod97CheckDigits(prescriberNumber + number) !== check) return refuse({ reason: 'wrong-check-digit' });
  return ok({ voucher: `${prescriberNumber}-${number}-${check}`, prescriberNumber, number });
}

/** A registered person's card: eleven digits from 47 (ten in 0.1), the last one Luhn; spaces are dropped. */
export function readMemberCard(text: string): Result<MemberCard, Refusal<MemberCardReason>> {
  const digits = compact(text);
  if (!/^\d+$/.test(digits)) return refuse({ reason: 'not-digits' });
  if (digits.length !== 11 && digits.length !== 10) return refuse({ reason: 'wrong-length' });
  if (!digits.startsWith('47')) return refuse({ reason: 'wrong-prefix' });
  return luhnHolds(digits) ? ok(brandAs<MemberCard>(digits)) : refuse({ reason: 'wrong-check-digit' });
}

/** @throws RangeError when not handed exactly seven digits, which are random: the card says nothing of its owner. */
export function memberCardFrom(digits: string): MemberCard {
  if (!/^\d{7,8}$/.test(digits)) throw new RangeError('a member card is made from eight digits, once seven');
  const body = `47${digits}`;
  return brandAs<MemberCard>(body + luhnDigit(body));
}

/** Sex, year, month (20 and above: not known), department, commune, rank. */
const nirParts = [
  '[1-478]',
  '\\d\\d',
  '0[1-9]|1[0-2]|[23]\\d|4[0-2]|[5-9]\\d',
  '\\d\\d|2[AB]',
  '\\d{3}',
  '\\d{3}',
];
const nirForm = new RegExp(
  String.raw`(?<![\dA-Z])${nirParts.map((part) => `(${part})`).join(String.raw`[\s.-]*`)}(?:[\s.-]*(\d\d))?(?!\d)`,
  'gi',
);

/**
 * Whether a French social security number stands in `text`, spaced or not: 13 digits by their form alone, 15 when
 * the key holds (97 minus the remainder; Corsica's 2A and 2B count as 19 and 18). It may never be kept.
 */
export function looksLikeNir(text: string): boolean {
  return [...text.matchAll(nirForm)].some(([, sex, year, month, department, commune, rank, key]) => {
    if (key === undefined) return true;
    const place = department?.toUpperCase().replace('2A', '19').replace('2B', '18');
    return 97n - (BigInt(`${sex}${year}${month}${place}${commune}${rank}`) % 97n) === BigInt(key);
  });
}

/**
 * The cards of a box, from its first ICCID to its last, at most 500. Numbers run on the digits before the check
 * digit, which is made anew for each card; a digit that an issuer adds after it is kept when both ends share it.
 */
export function iccidRange(first: string, last: string): Result<readonly Iccid[], Refusal<IccidRangeReason>> {
  const from = readIccid(first);
  const to = readIccid(last);
  if (!from.ok) return refuse({ reason: 'first-unreadable' });
  if (!to.ok) return refuse({ reason: 'last-unreadable' });
  if (from.value.iccid.length !== to.value.iccid.length) return refuse({ reason: 'lengths-differ' });
  if (from.value.issuer !== to.value.issuer) return refuse({ reason: 'issuers-differ' });
  const bodyLength = sharedBodyLength(from.value.iccid, to.value.iccid);
  if (bodyLength === null) return refuse({ reason: 'no-check-digit' });
  const start = BigInt(from.value.iccid.slice(0, bodyLength));
  const count = BigInt(to.value.iccid.slice(0, bodyLength)) - start + 1n;
  if (count < 1n) return refuse({ reason: 'last-before-first' });
  if (count > largestBox) return refuse({ reason: 'too-many' });
  const tail = from.value.iccid.slice(bodyLength + 1);
  const bodies = Array.from({ length: Number(count) }, (_, index) => String(start + BigInt(index)));
  return ok(bodies.map((body) => iccidOf(body + luhnDigit(body) + tail, 'valid')));
}

/** How many digits stand before the check digit, in the form that holds for both ends; null when none does. */
function sharedBodyLength(first: string, last: string): number | null {
  if (luhnHolds(first) && luhnHolds(last)) return first.length - 1;
  const bothOnFirst19 = luhnHolds(first.slice(0, 19)) && luhnHolds(last.slice(0, 19));
  return bothOnFirst19 && first.at(19) === last.at(19) ? 18 : null;
}
