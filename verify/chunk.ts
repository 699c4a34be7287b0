import { hash } from 'node:crypto';
import { type JsonObject, isObject, parsed, readCanonical, textAt } from './canonical.ts';
import { type PublicKey, publicKey } from './keys.ts';
import { type SaleSums, closingHolds, correctionSums, saleSums } from './sums.ts';
import { type Chain, type RecordWord, isChain } from './words.ts';

/** Lines of a file, whole, as they stand in it. */
export interface Chunk {
  readonly bytes: Uint8Array;
  readonly job: ChunkJob;
}

export interface ChunkJob {
  readonly till: string;
  readonly key: string;
  /** Hashes and links alone: signatures and sums are left for another time. */
  readonly linksOnly: boolean;
}

export interface Closing {
  /** Of its record. */
  readonly v: number;
  readonly at: number;
  readonly seq: number;
  readonly type: string;
  readonly businessDay: string;
  readonly payload: JsonObject;
}

/** What a run of records of one chain needs of its neighbours. */
export interface Run {
  readonly chain: Chain;
  readonly at: number;
  readonly firstSeq: number;
  readonly previousHash: string;
  lastSeq: number;
  lastHash: string;
}

export interface SaleAt {
  readonly at: number;
  readonly seq: number;
  readonly type: 'sale' | 'return' | 'correction';
  readonly sums: SaleSums | readonly [number, number, number];
}

/** What was made of a chunk; `at` counts its lines from 0. */
export interface ChunkDone {
  readonly runs: readonly Run[];
  readonly sales: readonly SaleAt[];
  readonly closings: readonly Closing[];
  readonly records: number;
  readonly first: {
    readonly at: number;
    readonly chain: Chain | null;
    readonly seq: number | null;
    readonly word: RecordWord;
    /** What it links to, when it could be read: its place may be wrong before anything else is. */
    readonly previousHash: string | null;
  } | null;
}

/** One-shot: the set-up of a hash costs as much as hashing a record. */
const sha256 = (text: string): string => hash('sha256', text);

const keys = new Map<string, PublicKey | null>();

/** Looks at records in the order they stand; stops at the first that does not hold. */
export function checkChunk({ bytes, job }: Chunk): ChunkDone {
  const lines = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8').split('\n');
  const runs: Run[] = [];
  const sales: SaleAt[] = [];
  const closings: Closing[] = [];
  if (!keys.has(job.key)) keys.set(job.key, publicKey(job.key));
  const key = keys.get(job.key) ?? null;
  let records = 0;
  const stopped = (first: NonNullable<ChunkDone['first']>): ChunkDone => ({
    runs,
    sales,
    closings,
    records,
    first,
  });
  for (const [at, line] of lines.entries()) {
    if (line === '') continue;
    const carried = readLine(line);
    if (!carried) return stopped({ at, chain: null, seq: null, word: 'unreadable', previousHash: null });
    const { chain, seq } = carried;
    const run = runs.at(-1)?.chain === chain ? runs.at(-1) : undefined;
    const look = job.linksOnly ? linkOf(carried) : whole(carried, job, key);
    const word = look.early ?? placeWord(run, carried, look) ?? look.late;
    if (word) {
      const previousHash = word === look.late && !run ? look.previousHash : null;
      return stopped({ at, chain, seq, word, previousHash });
    }
    if (run) {
      run.lastSeq = seq;
      run.lastHash = carried.hash;
    } else
      runs.push({
        chain,
        at,
        firstSeq: seq,
        previousHash: look.previousHash,
        lastSeq: seq,
        lastHash: carried.hash,
      });
    records += 1;
    if (look.sale) sales.push({ at, seq, ...look.sale });
    if (look.closing) closings.push({ at, seq, ...look.closing });
  }
  return { runs, sales, closings, records, first: null };
}

interface Carried {
  readonly chain: Chain;
  readonly seq: number;
  readonly bytes: string;
  readonly hash: string;
  readonly signature: string;
}

interface Look {
  /** What comes before the place of a record in the order of checks, and after it. */
  readonly early: RecordWord | null;
  readonly late: RecordWord | null;
  readonly seq: number;
  readonly previousHash: string;
  readonly sale?: Omit<SaleAt, 'at' | 'seq'>;
  readonly closing?: Omit<Closing, 'at' | 'seq'>;
}

function readLine(line: string): Carried | null {
  const value = parsed(line);
  if (!isObject(value)) return null;
  const { chain, seq, bytes, hash, signature } = value;
  const formed =
    isChain(chain) &&
    typeof seq === 'number' &&
    Number.isSafeInteger(seq) &&
    typeof bytes === 'string' &&
    typeof hash === 'string' &&
    typeof signature === 'string';
  return formed ? { chain, seq, bytes, hash, signature } : null;
}

/** Where a record stands, against the one before it in this chunk; the neighbours of a chunk are told apart later. */
function placeWord(run: Run | undefined, { seq }: Carried, look: Look): RecordWord | null {
  if (look.seq !== seq || (run && seq !== run.lastSeq + 1)) return 'wrong-sequence';
  return run && look.previousHash !== run.lastHash ? 'broken-link' : null;
}

const tail = /,"previousHash":"([0-9a-f]{64})","seq":(\d+),"till":"[^"\\]*","type":"[^"\\]*","v":[12]\}$/;

/** The last members of a canonical record stand at its end: the link is read without reading the rest. */
function linkOf({ bytes, hash: said }: Carried): Look {
  if (sha256(bytes) !== said) return unread('wrong-hash');
  const found = tail.exec(bytes.slice(-400));
  if (!found) return unread('not-canonical');
  return { early: null, late: null, seq: Number(found[2]), previousHash: found[1] ?? '' };
}

const unread = (early: RecordWord): Look => ({ early, late: null, seq: Number.NaN, previousHash: '' });

function whole(carried: Carried, job: ChunkJob, key: PublicKey | null): Look {
  const { chain, bytes, signature } = carried;
  if (sha256(bytes) !== carried.hash) return unread('wrong-hash');
  const record = readCanonical(bytes);
  if (!record || !isRecord(record)) return unread('not-canonical');
  if (record['chain'] !== chain) return unread('wrong-chain');
  const link = { early: null, seq: Number(record['seq']), previousHash: textAt(record, 'previousHash') };
  const signed =
    key !== null &&
    record['keyId'] === key.keyId &&
    key.holds(`comptoir/record/1\n${carried.hash}`, signature);
  if (!signed) return { ...link, late: 'wrong-signature' };
  if (record['till'] !== job.till) return { ...link, late: 'wrong-till' };
  const added = adding(record, chain);
  return added ? { ...link, late: null, ...added } : { ...link, late: 'wrong-sums' };
}

const isRecord = (record: JsonObject): boolean =>
  (record['v'] === 1 || record['v'] === 2) &&
  isObject(record['payload']) &&
  typeof record['type'] === 'string';

/** What a record adds to totals; null when its own sums do not hold. */
function adding(record: JsonObject, chain: Chain): Pick<Look, 'sale' | 'closing'> | null {
  const type = textAt(record, 'type');
  const payload = record['payload'] as JsonObject;
  if (chain === 'sale' && type === 'correction') {
    const moved = correctionSums(payload);
    return moved && { sale: { type, sums: moved } };
  }
  if (chain === 'sale') {
    const sums = type === 'sale' || type === 'return' ? saleSums(payload) : null;
    return sums && { sale: { type: type as 'sale' | 'return', sums } };
  }
  if (chain !== 'closing') return {};
  const businessDay = textAt(record, 'businessDay');
  return closingHolds(type, payload)
    ? { closing: { v: Number(record['v']), type, businessDay, payload } }
    : null;
}
