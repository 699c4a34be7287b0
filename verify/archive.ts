import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { PassThrough, Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { type JsonObject, isObject, readCanonical, textAt } from './canonical.ts';
import { checkRecords } from './journal.ts';
import { type PublicKey, publicKey } from './keys.ts';
import { wholeLines } from './lines.ts';
import type { Pool } from './pool.ts';
import { type Chain, type ChainSpan, type Verdict, chains } from './words.ts';

/** Checks an archive and its signature: every check of docs/formats/archive.md, in its order. */
export async function checkArchive(
  path: string,
  tools: { readonly pool: Pool; readonly linksOnly: boolean },
): Promise<Verdict> {
  const name = basename(path);
  const nothing = { name, till: null, keyId: null, records: 0, first: null, spans: {} };
  const hash = createHash('sha256');
  const hashing = new Transform({
    transform(bytes: Buffer, _encoding, pass) {
      hash.update(bytes);
      pass(null, bytes);
    },
  });
  const plain = new PassThrough({ highWaterMark: 1 << 20 });
  const reading = pipeline(
    createReadStream(path, { highWaterMark: 1 << 20 }),
    hashing,
    createGunzip({ chunkSize: 1 << 20 }),
    plain,
  ).then(
    () => true,
    () => false,
  );
  const parts = partsOf(wholeLines(plain));
  const head = await parts.head().catch(() => null);
  if (!head) {
    plain.destroy();
    await reading;
    return { ...nothing, word: 'unreadable' };
  }
  const { till, key, spans } = head;
  const begins = Object.fromEntries(
    chains.map((chain) => [chain, { seq: spans[chain].firstSeq, previousHash: spans[chain].previousHash }]),
  );
  const journal = await checkRecords(
    parts.records(),
    { till, key: key.text, linksOnly: tools.linksOnly },
    { pool: tools.pool, begins },
  );
  plain.resume();
  const whole = await reading;
  const found = { name, till, keyId: key.keyId, records: journal.records, first: null, spans };
  const read = whole && parts.ended() !== null && journal.first?.word !== 'unreadable';
  if (!read) return { ...found, word: 'unreadable' };
  if (journal.first) return { ...found, first: journal.first, word: null };
  if (!signatureHolds(path, hash.digest('hex'), key)) return { ...found, word: 'wrong-file-signature' };
  const said = spansHold(spans, journal.spans) && parts.ended()?.['records'] === journal.records;
  return { ...found, word: said ? null : 'wrong-manifest' };
}

interface Head {
  readonly till: string;
  readonly key: PublicKey;
  readonly spans: Readonly<Record<Chain, ChainSpan>>;
}

/** Takes the first three lines and the last off a file; what lies between goes through as it is. */
function partsOf(chunks: AsyncGenerator<Uint8Array<ArrayBuffer>>): {
  readonly head: () => Promise<Head | null>;
  readonly records: () => AsyncGenerator<Uint8Array>;
  readonly ended: () => JsonObject | null;
} {
  let rest: Uint8Array = new Uint8Array(0);
  let end: JsonObject | null = null;
  return {
    head: async () => {
      const first = await chunks.next();
      if (first.done) return null;
      const lines: string[] = [];
      let at = 0;
      for (let line = 0; line < 3; line += 1) {
        const stop = first.value.indexOf(10, at);
        if (stop < 0) return null;
        lines.push(Buffer.from(first.value.subarray(at, stop)).toString('utf8'));
        at = stop + 1;
      }
      rest = first.value.slice(at);
      return readHead(lines);
    },
    records: async function* () {
      let held = rest;
      for await (const next of { [Symbol.asyncIterator]: () => chunks }) {
        if (held.length > 0) yield held;
        held = next;
      }
      const cut = held.subarray(0, -1).lastIndexOf(10) + 1;
      end = readEnd(Buffer.from(held.subarray(cut)).toString('utf8'));
      yield end ? held.slice(0, cut) : held.slice();
    },
    ended: () => end,
  };
}

function readEnd(line: string): JsonObject | null {
  const value = line.endsWith('\n') ? readCanonical(line.slice(0, -1)) : null;
  return value?.['t'] === 'end' ? value : null;
}

function readHead([first = '', second = '', third = '']: readonly string[]): Head | null {
  const [manifest, keyLine, readme] = [readCanonical(first), readCanonical(second), readCanonical(third)];
  if (manifest?.['t'] !== 'archive' || manifest['v'] !== 1 || keyLine?.['t'] !== 'key') return null;
  if (readme?.['t'] !== 'readme' || typeof manifest['till'] !== 'string') return null;
  const key = publicKey(textAt(keyLine, 'publicKey'));
  const spans = spansOf(manifest['chains']);
  if (!key || !spans || key.keyId !== keyLine['keyId'] || key.keyId !== manifest['keyId']) return null;
  return { till: manifest['till'], key, spans };
}

function spansOf(value: unknown): Record<Chain, ChainSpan> | null {
  if (!isObject(value)) return null;
  const spans: Partial<Record<Chain, ChainSpan>> = {};
  for (const chain of chains) {
    const one = value[chain];
    if (!isObject(one)) return null;
    const { firstSeq, lastSeq, previousHash, lastHash } = one;
    const formed =
      Number.isSafeInteger(firstSeq) &&
      Number.isSafeInteger(lastSeq) &&
      typeof previousHash === 'string' &&
      typeof lastHash === 'string';
    if (!formed) return null;
    spans[chain] = { firstSeq: Number(firstSeq), lastSeq: Number(lastSeq), previousHash, lastHash };
  }
  return spans as Record<Chain, ChainSpan>;
}

/** Each chain ends where the first line says. */
const spansHold = (
  said: Readonly<Record<Chain, ChainSpan>>,
  found: Partial<Record<Chain, ChainSpan>>,
): boolean =>
  chains.every((chain) => {
    const { firstSeq, lastSeq, previousHash, lastHash } = said[chain];
    const run = found[chain];
    if (!run) return lastSeq === firstSeq - 1 && lastHash === previousHash;
    return run.lastSeq === lastSeq && run.lastHash === lastHash;
  });

function signatureHolds(path: string, fileSha256: string, key: PublicKey): boolean {
  const signaturePath = `${path}.sig`;
  if (!existsSync(signaturePath)) return false;
  const text = readFileSync(signaturePath, 'utf8');
  const value = text.endsWith('\n') ? readCanonical(text.slice(0, -1)) : null;
  if (!value || Object.keys(value).length !== 6) return false;
  return (
    value['v'] === 1 &&
    value['kind'] === 'comptoir-archive-signature' &&
    value['file'] === basename(path) &&
    value['fileSha256'] === fileSha256 &&
    value['keyId'] === key.keyId &&
    key.holds(`comptoir/archive/1\n${fileSha256}`, textAt(value, 'signature'))
  );
}
