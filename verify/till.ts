import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { isObject, parsed, readCanonical, textAt } from './canonical.ts';
import { checkRecords } from './journal.ts';
import { type PublicKey, publicKey } from './keys.ts';
import type { Pool } from './pool.ts';
import { type Chain, type FileWord, type Spans, type Verdict, chains, noHash } from './words.ts';

const chunkRows = 200;

/** Checks a till's own database, and the file beside it that remembers where its chains stand. */
export async function checkTill(
  folder: string,
  tools: { readonly pool: Pool; readonly linksOnly: boolean; readonly keyFile: string | null },
): Promise<Verdict[]> {
  const keyFile = tools.keyFile ?? join(folder, 'keys', 'database.key');
  const nothing = {
    name: join(folder, 'point.db'),
    till: null,
    keyId: null,
    records: 0,
    first: null,
    spans: {},
  };
  if (!existsSync(keyFile)) return [{ ...nothing, word: 'key-needed' }];
  const db = new Database(join(folder, 'point.db'), { readonly: true, fileMustExist: true });
  try {
    db.pragma(`key = 'raw:${readFileSync(keyFile).toString('hex')}'`);
    const tills = db.prepare('SELECT id, public_key AS key FROM till').all() as { id: string; key: string }[];
    const verdicts: Verdict[] = [];
    for (const { id, key } of tills) {
      const read = publicKey(key);
      if (!read) return [{ ...nothing, word: 'unreadable' }];
      const job = { till: id, key, linksOnly: tools.linksOnly };
      const begins = Object.fromEntries(chains.map((chain) => [chain, { seq: 1, previousHash: noHash }]));
      const journal = await checkRecords(linesOf(db, id), job, { pool: tools.pool, begins });
      const { records, first, spans } = journal;
      const word = first ? null : headWord(folder, id, { key: read, spans, db });
      verdicts.push({ ...nothing, till: id, keyId: read.keyId, records, first, spans, word });
    }
    return verdicts;
  } catch {
    return [{ ...nothing, word: 'unreadable' }];
  } finally {
    db.close();
  }
}

function* linesOf(db: Database.Database, till: string): Generator<Uint8Array> {
  const rows = db.prepare(
    'SELECT chain, seq, bytes, hash, signature FROM record WHERE till = ? AND chain = ? AND seq >= ? ORDER BY seq LIMIT ?',
  );
  const encoder = new TextEncoder();
  for (const chain of chains) {
    let from = Number.MIN_SAFE_INTEGER;
    for (;;) {
      const some = rows.all(till, chain, from, chunkRows) as { seq: number }[];
      if (some.length === 0) break;
      yield encoder.encode(some.map((row) => JSON.stringify(row)).join('\n'));
      from = (some.at(-1)?.seq ?? 0) + 1;
    }
  }
}

const headBytes = 1024;

/** Compares the head file with the chains; null when it agrees or is behind. */
function headWord(
  folder: string,
  till: string,
  found: { readonly key: PublicKey; readonly spans: Spans; readonly db: Database.Database },
): FileWord | null {
  const name = readdirSync(folder).find((one) => one === `${till}.heads`);
  const heads = name ? readHeads(readFileSync(join(folder, name)), till, found.key) : null;
  if (!heads) return 'head-damaged';
  const hashAt = found.db.prepare('SELECT hash FROM record WHERE till = ? AND chain = ? AND seq = ?');
  for (const chain of chains) {
    const { seq, hash } = heads[chain];
    if (seq > (found.spans[chain]?.lastSeq ?? 0)) return 'records-missing';
    const row = seq === 0 ? null : (hashAt.get(till, chain, seq) as { hash: string } | undefined);
    if (seq > 0 && row?.hash !== hash) return 'records-replaced';
  }
  return null;
}

type Heads = Readonly<Record<Chain, { readonly seq: number; readonly hash: string }>>;

/** The form of docs/formats/heads.md, every byte of it. */
export function readHeads(bytes: Buffer, till: string, key: PublicKey): Heads | null {
  const [first = '', second = ''] = bytes.toString('utf8').split('\n');
  const written = `${first}\n${second}\n`;
  const whole = Buffer.concat([Buffer.from(written.padEnd(headBytes - 1, ' '), 'utf8'), Buffer.from('\n')]);
  if (bytes.length !== headBytes || !bytes.equals(whole)) return null;
  const body = readCanonical(first);
  const seal = readCanonical(second);
  if (!body || !seal || seal['kind'] !== 'heads' || seal['keyId'] !== key.keyId || body['till'] !== till)
    return null;
  const digest = createHash('sha256').update(first, 'utf8').digest('hex');
  if (!key.holds(`comptoir/heads/1\n${digest}`, textAt(seal, 'signature'))) return null;
  const heads = body['heads'];
  const formed = chains.every((chain) => {
    const one = isObject(heads) ? heads[chain] : null;
    return isObject(one) && Number.isSafeInteger(one['seq']) && typeof one['hash'] === 'string';
  });
  return formed ? (parsed(JSON.stringify(heads)) as unknown as Heads) : null;
}
