import type { UnitRow } from '#contract/stock.ts';
import { readIccid, readImei, readMemberCard } from '#domain/identifiers.ts';

/** How a unit may be known under a text that was scanned or typed: by its key or by its own writing. */
export function namesOf(text: string): readonly string[] {
  const plain = text.replace(/\s/g, '').toUpperCase();
  const iccid = readIccid(plain);
  const imei = readImei(plain);
  return [plain, ...(iccid.ok ? [iccid.value.unitKey] : []), ...(imei.ok ? [imei.value.imei] : [])];
}

/** The unit that one of the readings names, if it is among `units`. */
export function unitAmong(units: readonly UnitRow[], readings: readonly string[]): UnitRow | null {
  const names = new Set(readings.flatMap(namesOf));
  return units.find((unit) => names.has(unit.key) || names.has(unit.text.toUpperCase())) ?? null;
}

/** A card or a referral speaks of a person: it goes where people are served, even from the stock room. */
export const isOfPerson = (readings: readonly string[]): boolean =>
  readings.some((reading) => /^CR1\./i.test(reading.trim()) || readMemberCard(reading).ok);

/** Adds a scan to a count, newest first; null when the same article is counted already. */
export function counted(scans: readonly string[], text: string): readonly string[] | null {
  const names = new Set(namesOf(text));
  const twice = scans.some((scan) => namesOf(scan).some((name) => names.has(name)));
  return twice ? null : [text.trim(), ...scans];
}
