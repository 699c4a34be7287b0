import { gs1AimIds, readGs1 } from './gs1.ts';
import { readGtin, readIccid, readImei, readMemberCard, readVoucher, type Iccid } from './identifiers.ts';
import { brandAs, type MemberCard, type TicketNumber, type UnitKey } from './ids.ts';

/** `readings`: the same scan read in different ways, such as by key codes and by characters of a keyboard. */
export type RawScan = { readonly readings: readonly string[]; readonly aim?: string | undefined };

export type ScanCommand = 'exact' | 'ok' | 'next' | 'back';
export type DamagedForm = 'iccid' | 'imei' | 'product' | 'member-card' | 'voucher' | 'unknown';

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
  { form: /^(?:\d{19,20}|(?=.{17,21}$)89\d{10,}[\dA-Z]*)$/, meaning: iccidMeaning },
  { form: /^[A-Z0-9][A-Z0-9._/+-]{3,39}$/, meaning: serialMeaning },
];

/**
 * The meaning of one scan, the same for every screen. Every reading is tried and the surest meaning wins, the
 * first one among equals. What is `damaged`, or a `serial`, may still be a unit that the stock knows by its text.
 * @throws SyntaxError when `deviceLabelPattern` is not a regular expression: it is checked where a policy is taken in.
 */
export function readScan(raw: RawScan, deviceLabelPattern: string): ScanMeaning {
  const label = new RegExp(`^(?:${deviceLabelPattern})$`);
  let best: ScanMeaning = { kind: 'damaged', what: 'unknown', text: raw.readings[0]?.trim() ?? '' };
  for (const reading of raw.readings) {
    const { aim, text } = withoutAim(reading, raw.aim);
    for (const meaning of meaningsOf(text, aim, label)) {
      if (sureness(meaning) > sureness(best)) best = meaning;
    }
  }
  return best;
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
    yield gs1Meaning(aim, text);
    return;
  }
  const typed = /^V?[&é"'(\-è_çà]+$/i.test(text) ? azertyDigits(text) : text;
  const code = typed.toUpperCase().replace(/\s/g, '');
  if (label.test(code)) yield { kind: 'device-label', label: code, unitKey: brandAs<UnitKey>(code) };
  for (const row of table) if (row.form.test(code)) yield row.meaning(code);
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
