const start = 'AGE-SECRET-KEY-1';
/** Signs after the start: 52 of key, 6 that check them. */
const signs = 58;
/** Bech32 (BIP 173) has no 1, B, I or O, so that they are never taken for L, 8 or 0. */
const alphabet = 'QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L';
const lookalikes: Readonly<Record<string, string>> = { O: '0', I: 'L', '1': 'L', B: '8' };

export type KeyFault = 'empty' | 'start' | 'short' | 'long' | 'mistyped';

export interface KeyTyped {
  /** As it was made, whatever the spaces, the case and the dashes; to be sent only without a fault. */
  readonly key: string;
  readonly fault: KeyFault | null;
  /** How many signs are missing or too many. */
  readonly off: number;
}

/** Reads a recovery key as people copy it from paper. */
export function keyTyped(text: string): KeyTyped {
  const plain = text.toUpperCase().replace(/[^\dA-Z]/g, '');
  if (plain === '') return { key: '', fault: 'empty', off: signs };
  const written = /^AGESECRETKEY[1IL]/.exec(plain)?.[0];
  if (written === undefined) return { key: plain, fault: 'start', off: signs };
  const rest = plain.slice(written.length).replace(/[OI1B]/g, (sign) => lookalikes[sign] ?? sign);
  const key = start + rest;
  const off = Math.abs(signs - rest.length);
  if (rest.length !== signs) return { key, fault: rest.length < signs ? 'short' : 'long', off };
  return { key, fault: checks(rest) ? null : 'mistyped', off };
}

/** As it stands on paper, in fours after its start: easier to compare. */
export const keyInFours = (key: string): string =>
  key.startsWith(start) ? `${start} ${key.slice(start.length).replace(/(.{4})(?=.)/g, '$1 ')}` : key;

const generators = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

/** The checksum of Bech32 over the start and the signs: one wrong sign never passes. */
function checks(rest: string): boolean {
  const prefix = [...start.slice(0, -1).toLowerCase()].map((sign) => sign.charCodeAt(0));
  const values = [
    ...prefix.map((code) => code >> 5),
    0,
    ...prefix.map((code) => code & 31),
    ...[...rest].map((sign) => alphabet.indexOf(sign)),
  ];
  let sum = 1;
  for (const value of values) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ value;
    for (const [bit, generator] of generators.entries()) if ((top >>> bit) & 1) sum ^= generator;
  }
  return sum === 1;
}
