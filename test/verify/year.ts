import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sha256Hex } from '#exchange/crypto.ts';
import { archiveFolder } from '#main/archive/make.ts';
import { diceOf } from '#test/support/year.ts';
import type { TestPoint } from '#test/support/point.ts';

/** An archive taken apart: its head lines, its record lines, its last line. */
export interface Opened {
  readonly name: string;
  readonly head: readonly string[];
  readonly records: readonly Line[];
  readonly end: string;
}

export interface Line {
  readonly bytes: string;
  readonly chain: string;
  readonly hash: string;
  readonly seq: number;
  readonly signature: string;
  readonly t: 'record';
}

export async function archiveOf(point: TestPoint, period: string): Promise<string> {
  const made = await point.done('makeArchive', { period, folder: null });
  return join(archiveFolder(point.deps), made.fileName);
}

export function openArchive(path: string): Opened {
  const lines = gunzipSync(readFileSync(path)).toString('utf8').trimEnd().split('\n');
  return {
    name: path.slice(path.lastIndexOf('/') + 1),
    head: lines.slice(0, 3),
    records: lines.slice(3, -1).map((line) => JSON.parse(line) as Line),
    end: lines.at(-1) ?? '',
  };
}

/** Puts an archive together again, with the signature that stood beside the true one. */
export function writeArchive(folder: string, archive: Opened, signature: Uint8Array): string {
  const lines = [...archive.head, ...archive.records.map((one) => JSON.stringify(one)), archive.end];
  const path = join(folder, archive.name);
  writeFileSync(path, gzipSync(`${lines.join('\n')}\n`, { level: 1 }));
  writeFileSync(`${path}.sig`, signature);
  return path;
}

export interface Tampered {
  readonly what: string;
  readonly archive: Opened;
  readonly expected: { readonly chain: string; readonly seq: number; readonly word: string };
}

type Dice = ReturnType<typeof diceOf>;
type Way = (archive: Opened, at: number, dice: Dice) => Omit<Tampered, 'what'> | null;

const replaced = (archive: Opened, at: number, change: Partial<Line>): Opened => ({
  ...archive,
  records: archive.records.map((one, index) => (index === at ? { ...one, ...change } : one)),
});

/** Another character of the same kind, so that what is touched still looks like what it was. */
function touched(text: string, at: number): string {
  const old = text.charAt(at);
  const next = /\d/.test(old) ? String((Number(old) + 1) % 10) : old === 'a' ? 'b' : 'a';
  return text.slice(0, at) + next + text.slice(at + 1);
}

const rehashed = (bytes: string) => ({ bytes, hash: sha256Hex(bytes) });

/** What somebody may do who has the file and not the key; `at` is the record that is touched. */
const ways: Readonly<Record<string, Way>> = {
  'one character of a record': (archive, at, dice) => {
    const line = archive.records[at] as Line;
    const inside = 2 + dice(line.bytes.length - 4);
    if (/["\\]/.test(line.bytes.slice(inside - 1, inside + 1))) return null;
    const bytes = touched(line.bytes, inside);
    return { archive: replaced(archive, at, { bytes }), expected: { ...line, word: 'wrong-hash' } };
  },
  'one character of a hash': (archive, at, dice) => {
    const line = archive.records[at] as Line;
    const hash = touched(line.hash, dice(64));
    return { archive: replaced(archive, at, { hash }), expected: { ...line, word: 'wrong-hash' } };
  },
  'one character of a signature': (archive, at, dice) => {
    const line = archive.records[at] as Line;
    const signature = touched(line.signature, dice(86));
    return { archive: replaced(archive, at, { signature }), expected: { ...line, word: 'wrong-signature' } };
  },
  'an amount, with its hash made good': (archive, at) => {
    const line = archive.records[at] as Line;
    const found = /"(?:totalCents|takingsCents|copy|floatCents|cents)":(-?\d+)/.exec(line.bytes);
    if (!found) return null;
    const bytes = line.bytes.replace(
      found[0],
      `${found[0].slice(0, -found[1]!.length)}${Number(found[1]) + 100}`,
    );
    return {
      archive: replaced(archive, at, rehashed(bytes)),
      expected: { ...line, word: 'wrong-signature' },
    };
  },
  'everything after an amount made good': (archive, at) => {
    const line = archive.records[at] as Line;
    const bytes = line.bytes
      .replace('"businessDay":"2026', '"businessDay":"2025')
      .replace('"at":"2026', '"at":"2025');
    if (bytes === line.bytes) return null;
    let previous = '';
    const records = archive.records.map((one, index) => {
      if (one.chain !== line.chain || index < at) return one;
      const linked =
        index === at
          ? bytes
          : one.bytes.replace(/"previousHash":"[0-9a-f]{64}","seq"/, `"previousHash":"${previous}","seq"`);
      previous = sha256Hex(linked);
      return { ...one, bytes: linked, hash: previous };
    });
    return { archive: { ...archive, records }, expected: { ...line, word: 'wrong-signature' } };
  },
  'a record taken out': (archive, at) => {
    const [line, next] = archive.records.slice(at, at + 2);
    if (!line || !next || next.chain !== line.chain) return null;
    const records = archive.records.filter((_one, index) => index !== at);
    return { archive: { ...archive, records }, expected: { ...next, word: 'wrong-sequence' } };
  },
  'a record put in twice': (archive, at) => {
    const line = archive.records[at] as Line;
    const records = archive.records.flatMap((one, index) => (index === at ? [one, one] : [one]));
    return { archive: { ...archive, records }, expected: { ...line, word: 'wrong-sequence' } };
  },
  'two records in the other order': (archive, at) => {
    const [line, next] = archive.records.slice(at, at + 2);
    if (!line || !next || next.chain !== line.chain) return null;
    const records = archive.records.toSpliced(at, 2, next, line);
    return { archive: { ...archive, records }, expected: { ...next, word: 'wrong-sequence' } };
  },
  'the number beside a record': (archive, at) => {
    const line = archive.records[at] as Line;
    const seq = line.seq + 7;
    return { archive: replaced(archive, at, { seq }), expected: { ...line, seq, word: 'wrong-sequence' } };
  },
};

/** `count` ways of touching an archive, anywhere in it, each with the record that must be named. */
export function tamperings(archive: Opened, count: number, seed: number): Tampered[] {
  const dice = diceOf(seed);
  const names = Object.keys(ways);
  const made: Tampered[] = [];
  while (made.length < count) {
    const what = names[dice(names.length)] ?? '';
    const tampered = ways[what]?.(archive, dice(archive.records.length), dice);
    if (!tampered) continue;
    const { chain, seq, word } = tampered.expected;
    made.push({ what, archive: tampered.archive, expected: { chain, seq, word } });
  }
  return made;
}
