import { gs1AimIds, readGs1 } from './gs1.ts';
import {
  looksLikeNir,
  readGtin,
  readIccid,
  readImei,
  readMemberCard,
  readVoucher,
  type Iccid,
} from './identifiers.ts';
import { brandAs, type MemberCard, type TicketNumber, type UnitKey } from './ids.ts';

/** `readings`: the same scan read in different ways, such as by key codes and by characters of a keyboard. */
export type RawScan = { readonly readings: readonly string[]; readonly aim?: string | undefined };

export type ScanCommand = 'exact' | 'ok' | 'next' | 'back';
/** `link`: the address of a page. `nir`: a social security number, of which nothing is kept or shown. */
export type DamagedForm =
  | 'iccid'
  | 'imei'
  | 'product'
  | 'member-card'
  | 'voucher'
  | 'link'
  | 'nir'
  | 'unknown';

export type ScanMeaning =
  | { readonly kind: 'member-card'; readonly card: MemberCard }
  | {
      readonly kind: 'iccid';
      readonly iccid: string;
      readonly unitKey: UnitKey;
      readonly confidence: Iccid['confidence'];
    }
  | { readonly kind: 'imei'; readonly imei: string; readonly unitKey: UnitKey }
  | { readonly kind: 'product'; readonly gtin14: string; readonly ean: string; readonly serial?: string }
  | { readonly kind: 'device-label'; readonly label: string; readonly unitKey: UnitKey }
  | { readonly kind: 'voucher'; readonly voucher: string; readonly prescriberNumber: string }
  | { readonly kind: 'signed-referral'; readonly code: string }
  | { readonly kind: 'ticket'; readonly number: TicketNumber }
  | { readonly kind: 'command'; readonly command: ScanCommand }
  | { readonly kind: 'serial'; readonly serial: string; readonly unitKey: UnitKey }
  | { readonly kind: 'damaged'; readonly what: DamagedForm; readonly text: string };

const commands: ReadonlyMap<string, ScanCommand> = new Map([
  ['!EXACT', 'exact'],
  ['!OK', 'ok'],
  ['!NEXT', 'next'],
  ['!BACK', 'back'],
]);

type Row = { readonly form: RegExp; readonly meaning: (text: string) => ScanMeaning };

/** Forms in capitals and what each means; their lengths never collide, so no two rows claim one text. */
const table: readonly Row[] = [
  { form: /^!/, meaning: commandMeaning },
  { form: /^CR1\./, meaning: (code) => ({ kind: 'signed-referral', code }) },
  {
    form: /^[A-Z0-9]{2,12}-\d{1,3}-\d{4}-\d{6}$/,
    meaning: (text) => ({ kind: 'ticket', number: brandAs<TicketNumber>(text) }),
  },
  { form: /^(?:V\d{10}|\d{3}-\d{5}-\d{2})$/, meaning: voucherMeaning },
  { form: /^47\d{8,9}$/, meaning: memberCardMeaning },
  { form: /^\d{15,16}$/, meaning: imeiMeaning },
  { form: /^(?:\d{8}|\d{12,14})$/, meaning: productMeaning },
  { form: /^(?:\d{19,20}|(?=.{17,21}$)89\d{4}[\dA-F]{3,}[\dA-Z]*)$/, meaning: iccidMeaning },
  { form: /^[A-Z0-9][A-Z0-9._/+-]{3,39}$/, meaning: serialMeaning },
];

/**
 * The meaning of one scan, the same for every screen. Every reading is tried and the surest meaning wins, the
 * first one among equals. What is `damaged`, or a `serial`, may still be a unit that the stock knows by its text.
 * @throws SyntaxError when `deviceLabelPattern` is not a regular expression: it is checked where a policy is taken in.
 */
export function readScan(raw: RawScan, deviceLabelPattern: string): ScanMeaning {
  const label = new RegExp(`^(?:${deviceLabelPattern})$`);
  const readings = raw.readings.map((reading) => unframed(reading));
  let best: ScanMeaning = { kind: 'damaged', what: 'unknown', text: readings[0]?.trim() ?? '' };
  for (const reading of readings) {
    const { aim, text } = withoutAim(reading, raw.aim);
    for (const meaning of meaningsOf(text, aim, label)) {
      if (sureness(meaning) > sureness(best)) best = meaning;
    }
  }
  return readings.some((one) => isNir(one, best)) ? damaged('nir', '') : best;
}

/** Signs that frame what some scanners send, and the secrets printed beside a SIM card's number. */
const isFrame = (sign: string): boolean =>
  (sign < ' ' && !'\n\r\t\u001d'.includes(sign)) || sign === '\u007f';
const secret = /\b(?:PUK|PIN)\s?[12]?\s*[:=]?\s*\d{4,10}\b/gi;
const unframed = (reading: string): string =>
  [...reading]
    .filter((sign) => !isFrame(sign))
    .join('')
    .replace(secret, '')
    .trim();

/** Of two readings with their own check digit, a number that begins as no phone's does is a person's. */
function isNir(text: string, best: ScanMeaning): boolean {
  const couldBe = best.kind === 'damaged' || best.kind === 'serial';
  const keyed = /[\dAB]{15}/i.test(text.replace(/[\s.-]/g, ''));
  return keyed && (couldBe || (best.kind === 'imei' && /^[12]/.test(best.imei))) && looksLikeNir(text);
}

/**
 * `_ç""&à` → `893310`: what the digit row of a French keyboard types for a scanner set to a US one. Every other
 * character stays.
 */
export function azertyDigits(text: string): string {
  return text.replace(/[&é"'(\-è_çà]/gi, (key) =>
    String(('&é"\'(-è_çà'.indexOf(key.toLowerCase()) + 1) % 10),
  );
}

/** Some scanners write the AIM identifier in front of what they read. */
function withoutAim(reading: string, aim: string | undefined): { aim: string | undefined; text: string } {
  const match = /^(\][A-Za-z]\d)(.+)$/s.exec(reading.trim());
  if (match?.[1] === undefined || match[2] === undefined) return { aim, text: reading.trim() };
  return { aim: match[1], text: match[2].trim() };
}

function* meaningsOf(text: string, aim: string | undefined, label: RegExp): Generator<ScanMeaning> {
  if (aim !== undefined && gs1AimIds.has(aim)) {
    yield gs1Meaning(aim, text.replace(/\{GS\}|\^\]|\|/gi, '\u001d'));
    return;
  }
  if (/^(?:https?:\/\/|www\.)/i.test(text)) {
    yield linkMeaning(text);
    return;
  }
  for (const code of spellingsOf(text)) {
    if (label.test(code)) yield { kind: 'device-label', label: code, unitKey: brandAs<UnitKey>(code) };
    for (const row of table) if (row.form.test(code)) yield row.meaning(code);
  }
}

/** What is printed before a number, or named in a QR code. */
const noted =
  /^(?:N[°O]\.?\s?)?(?:ICCID|SIM|IMEI(?:\s?SV)?\s?[12]?|EAN(?:-?(?:13|8))?|GTIN|UPC|S\/?N|SERIAL(?:\s?N(?:O|UMBER))?|CARTE|CARD|BON)(?:\s*[:=#.°]\s*|\s+|(?=\d))/i;
/** Lengths of the numbers that are printed in groups: member card, EAN, IMEI, ICCID. */
const groupedLengths: ReadonlySet<number> = new Set([10, 11, 13, 15, 16, 19, 20]);

/** The code that stands in a text, in every way it may be written there; as it is first. */
function spellingsOf(text: string): ReadonlySet<string> {
  const typed = /^V?[&é"'(\-è_çà]+$/i.test(text) ? azertyDigits(text) : text;
  const parts = typed.split(/[\n\r\t;,]+/).map((part) => part.trim());
  const bare = parts.map((part) => part.replace(noted, ''));
  // Two numbers side by side: each is whole in itself.
  const single = bare.flatMap((part) => part.split(/[\s/]+/).filter((one) => /^\d{15,}$/.test(one)));
  const grouped = bare
    .filter((part) => /^\d.*\d$/.test(part))
    .map((part) => part.replace(/[\s\-\u2010-\u2015./]/g, ''))
    .filter((digits) => /^\d+$/.test(digits) && groupedLengths.has(digits.length));
  return new Set(
    [typed, ...parts, ...bare, ...single, ...grouped].map((one) => one.toUpperCase().replace(/\s/g, '')),
  );
}

/** A page's address; a GS1 Digital Link names its article, and sometimes which one of them. */
function linkMeaning(text: string): ScanMeaning {
  const gtin = readGtin(/\/01\/(\d{8,14})(?=[/?#]|$)/.exec(text)?.[1] ?? '');
  if (!gtin.ok) return damaged('link', text);
  const serial = /\/21\/([^/?#]+)/.exec(text)?.[1]?.toUpperCase();
  const { gtin14 } = gtin.value;
  const ean = gtin14.replace(/^0/, '');
  return { kind: 'product', gtin14, ean, ...(serial !== undefined && { serial }) };
}

/** What a checksum or a closed form proves comes before what a human confirms, and that before a guess. */
function sureness(meaning: ScanMeaning): number {
  if (meaning.kind === 'damaged') return meaning.what === 'unknown' ? 0 : 2;
  if (meaning.kind === 'serial') return 1;
  if (meaning.kind === 'device-label') return 4;
  return meaning.kind === 'iccid' && meaning.confidence === 'confirm' ? 3 : 5;
}

const damaged = (what: DamagedForm, text: string): ScanMeaning => ({ kind: 'damaged', what, text });

function commandMeaning(text: string): ScanMeaning {
  const command = commands.get(text);
  return command ? { kind: 'command', command } : damaged('unknown', text);
}

function voucherMeaning(text: string): ScanMeaning {
  const read = readVoucher(text);
  if (!read.ok) return damaged('voucher', text);
  const { voucher, prescriberNumber } = read.value;
  return { kind: 'voucher', voucher, prescriberNumber };
}

function memberCardMeaning(text: string): ScanMeaning {
  const read = readMemberCard(text);
  return read.ok ? { kind: 'member-card', card: read.value } : damaged('member-card', text);
}

function imeiMeaning(text: string): ScanMeaning {
  const read = readImei(text);
  if (!read.ok) return damaged('imei', text);
  return { kind: 'imei', imei: read.value.imei, unitKey: brandAs<UnitKey>(read.value.imei) };
}

function productMeaning(text: string): ScanMeaning {
  const read = readGtin(text);
  return read.ok ? { kind: 'product', ...read.value } : damaged('product', text);
}

function iccidMeaning(text: string): ScanMeaning {
  const read = readIccid(text);
  if (!read.ok) return damaged('iccid', text);
  const { iccid, unitKey, confidence } = read.value;
  return { kind: 'iccid', iccid, unitKey, confidence };
}

function serialMeaning(text: string): ScanMeaning {
  return { kind: 'serial', serial: text, unitKey: brandAs<UnitKey>(text) };
}

function gs1Meaning(aim: string, text: string): ScanMeaning {
  const read = readGs1(aim, text);
  if (!read.ok) return damaged('product', text);
  const { gtin } = read.value;
  const serial = read.value.serial?.toUpperCase();
  if (gtin !== undefined) {
    const ean = gtin.replace(/^0/, '');
    return { kind: 'product', gtin14: gtin, ean, ...(serial !== undefined && { serial }) };
  }
  return serial === undefined ? damaged('product', text) : serialMeaning(serial);
}
