import type { PrinterFault, PrinterStatus } from './port.ts';

/** What a printer sends by itself or when asked, told apart by its fixed bits. */
export type Reply =
  /** To DLE EOT n; n is not in it, so only one may be asked at a time. */
  | { readonly kind: 'real-time'; readonly byte: number }
  /** Automatic status back: four bytes, whenever something changes. */
  | { readonly kind: 'automatic'; readonly bytes: readonly [number, number, number, number] }
  /** To `GS ( H` function 48: everything sent before it has been worked through. */
  | { readonly kind: 'process'; readonly id: string }
  /** To `GS r 1`, which also waits its turn behind what was sent before. */
  | { readonly kind: 'paper'; readonly byte: number };

export type RealTimeQuestion = 1 | 2 | 3 | 4;
export type RealTimeAnswers = Partial<Record<RealTimeQuestion, number>>;

const processIdLength = 4;

export const realTimeQuestion = (n: RealTimeQuestion): Uint8Array => Uint8Array.of(0x10, 0x04, n);
/** `GS a`: every kind of change is reported. */
export const reportChanges = Uint8Array.of(0x1d, 0x61, 0xff);
export const askPaper = Uint8Array.of(0x1d, 0x72, 1);

/** `id`: four characters that come back once everything before has been worked through. */
export const askProcessId = (id: string): Uint8Array =>
  Uint8Array.of(0x1d, 0x28, 0x48, 6, 0, 48, 48, ...new TextEncoder().encode(id));

const has = (byte: number | undefined, mask: number): boolean => byte !== undefined && (byte & mask) !== 0;

/** Reads replies out of a stream of bytes that may be cut anywhere; noise such as XON is left out. */
export function replyReader(): (chunk: Uint8Array) => Reply[] {
  let pending: readonly number[] = [];
  return (chunk) => {
    pending = [...pending, ...chunk];
    const replies: Reply[] = [];
    for (let read = firstReply(pending); read !== null; read = firstReply(pending)) {
      pending = read.rest;
      if (read.reply) replies.push(read.reply);
    }
    return replies;
  };
}

type Read = { readonly reply: Reply | null; readonly rest: readonly number[] };

const isRealTime = (byte: number): boolean => (byte & 0x93) === 0x12;

/** Null while the first reply is not complete. */
function firstReply(bytes: readonly number[]): Read | null {
  const [first] = bytes;
  if (first === undefined) return null;
  if (first === 0x37) return processReply(bytes);
  if (isRealTime(first)) return { reply: { kind: 'real-time', byte: first }, rest: bytes.slice(1) };
  if ((first & 0x93) === 0x10) return automaticReply(bytes);
  return { reply: (first & 0xf0) === 0 ? { kind: 'paper', byte: first } : null, rest: bytes.slice(1) };
}

/** A real-time answer may come in the middle of the four bytes; it is taken out first. */
function automaticReply(bytes: readonly number[]): Read | null {
  const foreign = bytes.findIndex((byte, index) => index > 0 && index < 4 && (byte & 0x90) !== 0);
  if (foreign !== -1) {
    const byte = bytes[foreign] ?? 0;
    if (!isRealTime(byte)) return { reply: null, rest: bytes.slice(foreign) };
    return { reply: { kind: 'real-time', byte }, rest: bytes.toSpliced(foreign, 1) };
  }
  const [first, second, third, fourth] = bytes;
  if (first === undefined || second === undefined || third === undefined || fourth === undefined) return null;
  return { reply: { kind: 'automatic', bytes: [first, second, third, fourth] }, rest: bytes.slice(4) };
}

function processReply(bytes: readonly number[]): Read | null {
  const nothing = { reply: null, rest: bytes.slice(1) };
  if (bytes[1] !== undefined && bytes[1] !== 0x22) return nothing;
  const end = bytes.indexOf(0);
  if (end === -1) return bytes.length > 2 + processIdLength ? nothing : null;
  const id = String.fromCharCode(...bytes.slice(2, end));
  return { reply: { kind: 'process', id }, rest: bytes.slice(end + 1) };
}

/** What the answers to DLE EOT say together; a question without an answer proves nothing either way. */
export function statusFromAnswers(answers: RealTimeAnswers, openWhen: 'high' | 'low'): PrinterStatus {
  const fault = faultFromAnswers(answers);
  const calm = has(answers[4], 0x0c) ? 'paper-near-end' : 'ready';
  const drawerOpen = answers[1] === undefined ? null : has(answers[1], 0x04) === (openWhen === 'high');
  return { state: fault ?? (answers[2] === undefined ? 'unknown' : calm), drawerOpen };
}

/** What four bytes of automatic status back say. */
export function statusFromAutomatic(
  [first, second, third]: readonly [number, number, number, number],
  openWhen: 'high' | 'low',
): PrinterStatus {
  const told: readonly (readonly [boolean, PrinterStatus['state']])[] = [
    [has(third, 0x0c), 'paper-end'],
    [has(first, 0x20), 'cover-open'],
    [has(second, 0x08), 'cutter'],
    [has(second, 0x64), 'error'],
    [has(first, 0x08), 'offline'],
    [has(third, 0x03), 'paper-near-end'],
  ];
  const state = told.find(([holds]) => holds)?.[1] ?? 'ready';
  return { state, drawerOpen: has(first, 0x04) === (openWhen === 'high') };
}

export const faultOf = (status: PrinterStatus): PrinterFault | null =>
  status.state === 'ready' || status.state === 'paper-near-end' || status.state === 'unknown'
    ? null
    : status.state;

function faultFromAnswers(answers: RealTimeAnswers): PrinterFault | null {
  if (has(answers[2], 0x20) || has(answers[4], 0x60)) return 'paper-end';
  if (has(answers[2], 0x04)) return 'cover-open';
  if (has(answers[3], 0x08)) return 'cutter';
  if (has(answers[2], 0x40)) return 'error';
  return has(answers[1], 0x08) ? 'offline' : null;
}
