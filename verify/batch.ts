import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Decrypter } from 'age-encryption';
import { type JsonObject, isObject, parsed, readCanonical, textAt } from './canonical.ts';
import { checkRecords } from './journal.ts';
import { type PublicKey, publicKey } from './keys.ts';
import type { Pool } from './pool.ts';
import { type Chain, type FileWord, type Spans, type Verdict, chains } from './words.ts';

export interface BatchTools {
  readonly pool: Pool;
  readonly linksOnly: boolean;
  /** age identity that opens the batch; null when none was given. */
  readonly identity: string | null;
  /** Public key of the till: a batch does not carry it. */
  readonly key: string | null;
}

const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/** Checks a sealed day: seal, digest, every record, and what its first line says of them. */
export async function checkBatch(path: string, tools: BatchTools): Promise<Verdict> {
  const name = basename(path);
  const nothing: Verdict = { name, till: null, keyId: null, records: 0, first: null, word: null, spans: {} };
  const no = (word: FileWord): Verdict => ({ ...nothing, word });
  const key = tools.key === null ? null : publicKey(tools.key);
  if (!key) return no('key-needed');
  const plain = await plainOf(readFileSync(path), tools.identity);
  if (plain === 'identity-needed' || plain === 'unreadable') return no(plain);
  const parts = partsOf(plain);
  if (!parts) return no('unreadable');
  const { manifest, records, body } = parts;
  const spans = spansOf(manifest);
  const till = textAt(manifest, 'till');
  // What each chain links to lies in the batch before: its first record is taken at its own word.
  const job = { till, key: key.text, linksOnly: tools.linksOnly };
  const journal = await checkRecords([records], job, { pool: tools.pool, begins: {} });
  const found = { ...nothing, till, keyId: key.keyId, records: journal.records, spans: journal.spans };
  if (journal.first) return { ...found, first: journal.first };
  if (!sealHolds(parts, key) || sha256(body) !== manifest['recordsSha256'])
    return { ...found, word: 'wrong-seal' };
  return { ...found, word: spansHold(spans, journal.spans) ? null : 'wrong-manifest' };
}

async function plainOf(
  file: Buffer,
  identity: string | null,
): Promise<Buffer | 'unreadable' | 'identity-needed'> {
  const encrypted = file.subarray(0, 21).toString('latin1') === 'age-encryption.org/v1';
  if (encrypted && identity === null) return 'identity-needed';
  try {
    if (!encrypted) return gunzipSync(file);
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity ?? '');
    return gunzipSync(await decrypter.decrypt(file));
  } catch {
    return 'unreadable';
  }
}

interface Parts {
  readonly manifestText: string;
  readonly manifest: JsonObject;
  /** Lines of journal records, without the others. */
  readonly records: Uint8Array;
  readonly body: Buffer;
  readonly seal: JsonObject;
}

function partsOf(plain: Buffer): Parts | null {
  const firstEnd = plain.indexOf(10);
  const lastStart = plain.lastIndexOf(10, -2) + 1;
  if (firstEnd < 0 || plain.at(-1) !== 10 || lastStart <= firstEnd) return null;
  const manifestText = plain.toString('utf8', 0, firstEnd);
  const manifest = readCanonical(manifestText);
  const seal = readCanonical(plain.toString('utf8', lastStart, plain.length - 1));
  if (!manifest || !seal || manifest['t'] !== 'manifest' || seal['t'] !== 'seal') return null;
  const body = plain.subarray(firstEnd + 1, lastStart);
  const lines = body.toString('utf8').split('\n');
  const journal = lines.filter((line) => {
    const value = parsed(line);
    return isObject(value) && value['t'] === 'journal';
  });
  return { manifestText, manifest, records: new TextEncoder().encode(journal.join('\n')), body, seal };
}

function sealHolds({ manifestText, manifest, seal }: Parts, key: PublicKey): boolean {
  const identity = sha256(manifestText);
  return (
    seal['manifestSha256'] === identity &&
    seal['keyId'] === manifest['keyId'] &&
    seal['keyId'] === key.keyId &&
    key.holds(`comptoir/batch/1\n${identity}`, textAt(seal, 'signature'))
  );
}

type BatchSpan = { readonly firstSeq: number; readonly lastSeq: number; readonly lastHash: string };

function spansOf(manifest: JsonObject): Partial<Record<Chain, BatchSpan>> {
  const value = manifest['chains'];
  return Object.fromEntries(
    chains.map((chain) => {
      const one = isObject(value) ? value[chain] : null;
      const { firstSeq, lastSeq } = isObject(one) ? one : {};
      return [
        chain,
        {
          firstSeq: Number(firstSeq),
          lastSeq: Number(lastSeq),
          lastHash: textAt(isObject(one) ? one : null, 'lastHash'),
        },
      ];
    }),
  );
}

const spansHold = (said: Partial<Record<Chain, BatchSpan>>, found: Spans): boolean =>
  chains.every((chain) => {
    const [one, run] = [said[chain], found[chain]];
    if (!one) return false;
    if (!run) return one.lastSeq === one.firstSeq - 1;
    return run.firstSeq === one.firstSeq && run.lastSeq === one.lastSeq && run.lastHash === one.lastHash;
  });
