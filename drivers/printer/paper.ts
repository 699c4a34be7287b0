import type { Bitmap } from './raster.ts';

/** What a job puts on paper, read back from its bytes. */
export type PaperItem =
  | { readonly kind: 'line'; readonly spans: readonly PaperSpan[] }
  | { readonly kind: 'picture'; readonly bitmap: Bitmap }
  /** A code that the printer draws itself; `text` is what is in it. */
  | { readonly kind: 'code'; readonly symbology: 'code128' | 'qr'; readonly text: string }
  | { readonly kind: 'cut' }
  | { readonly kind: 'drawer' };

export interface PaperSpan {
  readonly text: string;
  readonly bold: boolean;
  readonly large: boolean;
}

interface Reading {
  readonly items: PaperItem[];
  spans: PaperSpan[];
  bold: boolean;
  large: boolean;
  qr: string;
}

interface Command {
  readonly head: readonly number[];
  /** Of the whole command, known once its fixed part is there. */
  readonly length: (bytes: Uint8Array) => number;
  readonly read?: (bytes: Uint8Array, reading: Reading) => void;
}

const fixed = (length: number) => (): number => length;
const latin = new TextDecoder('windows-1252');

const commands: readonly Command[] = [
  { head: [0x1b, 0x40], length: fixed(2) },
  { head: [0x1c, 0x2e], length: fixed(2) },
  { head: [0x1b, 0x45], length: fixed(3), read: (bytes, reading) => (reading.bold = bytes[2] === 1) },
  { head: [0x1d, 0x21], length: fixed(3), read: (bytes, reading) => (reading.large = bytes[2] !== 0) },
  { head: [0x1b, 0x70], length: fixed(5), read: (_, { items }) => items.push({ kind: 'drawer' }) },
  { head: [0x1d, 0x56], length: fixed(3), read: (_, { items }) => items.push({ kind: 'cut' }) },
  { head: [0x1d, 0x6b, 73], length: (bytes) => 4 + (bytes[3] ?? 0), read: readCode128 },
  { head: [0x1d, 0x28, 0x6b], length: withLength16, read: readQr },
  { head: [0x1d, 0x28], length: withLength16 },
  {
    head: [0x1d, 0x76, 0x30],
    length: (bytes) => 8 + uint16(bytes, 4) * uint16(bytes, 6),
    read: (bytes, { items }) => items.push({ kind: 'picture', bitmap: bitmapOf(bytes) }),
  },
  { head: [0x1b], length: fixed(3) },
  { head: [0x1d], length: fixed(3) },
];

/** Reads the commands that our tickets are made of; any other is taken for one of three bytes and left out. */
export function paperOf(job: Uint8Array): PaperItem[] {
  const reading: Reading = { items: [], spans: [], bold: false, large: false, qr: '' };
  let text: number[] = [];
  const endSpan = (): void => {
    if (text.length === 0) return;
    reading.spans.push({
      text: latin.decode(Uint8Array.from(text)),
      bold: reading.bold,
      large: reading.large,
    });
    text = [];
  };
  for (let at = 0; at < job.length;) {
    const command = commands.find(({ head }) => head.every((byte, index) => job[at + index] === byte));
    if (command) {
      endSpan();
      const length = command.length(job.subarray(at));
      command.read?.(job.subarray(at, at + length), reading);
      at += length;
      continue;
    }
    const byte = job[at] ?? 0;
    at += 1;
    if (byte === 0x0a) {
      endSpan();
      reading.items.push({ kind: 'line', spans: reading.spans });
      reading.spans = [];
    } else if (byte >= 0x20) text.push(byte);
  }
  endSpan();
  if (reading.spans.length > 0) reading.items.push({ kind: 'line', spans: reading.spans });
  return reading.items;
}

const uint16 = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) + 256 * (bytes[at + 1] ?? 0);

function withLength16(bytes: Uint8Array): number {
  return 5 + uint16(bytes, 3);
}

function readCode128(bytes: Uint8Array, { items }: Reading): void {
  let text = '';
  let set = 'B';
  for (let at = 4; at < bytes.length; at += 1) {
    const character = String.fromCharCode(bytes[at] ?? 0);
    if (character === '{') {
      at += 1;
      const selected = String.fromCharCode(bytes[at] ?? 0);
      if (selected === '{') text += '{';
      else set = selected;
    } else text += set === 'C' ? String(bytes[at] ?? 0).padStart(2, '0') : character;
  }
  items.push({ kind: 'code', symbology: 'code128', text });
}

/** Function 80 stores the text, 81 draws it. */
function readQr(bytes: Uint8Array, reading: Reading): void {
  if (bytes[6] === 80) reading.qr = latin.decode(bytes.subarray(8));
  if (bytes[6] === 81) reading.items.push({ kind: 'code', symbology: 'qr', text: reading.qr });
}

function bitmapOf(bytes: Uint8Array): Bitmap {
  const rowBytes = uint16(bytes, 4);
  return Array.from({ length: uint16(bytes, 6) }, (_, y) =>
    Array.from({ length: rowBytes * 8 }, (_, x) => {
      const byte = bytes[8 + y * rowBytes + (x >> 3)] ?? 0;
      return (byte & (0x80 >> (x & 7))) !== 0;
    }),
  );
}
