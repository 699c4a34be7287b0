/** The words of docs/formats for what does not hold. */
export type RecordWord =
  | 'unreadable'
  | 'wrong-hash'
  | 'not-canonical'
  | 'wrong-chain'
  | 'wrong-sequence'
  | 'broken-link'
  | 'wrong-signature'
  | 'wrong-till'
  | 'wrong-sums'
  | 'wrong-totals';

export type FileWord =
  | 'unreadable'
  | 'wrong-file-signature'
  | 'wrong-manifest'
  | 'wrong-seal'
  | 'head-damaged'
  | 'records-missing'
  | 'records-replaced'
  | 'key-needed'
  | 'identity-needed';

export const chains = ['sale', 'closing', 'copy', 'event'] as const;
export type Chain = (typeof chains)[number];
export const isChain = (text: unknown): text is Chain => chains.includes(text as Chain);

export const noHash = '0'.repeat(64);

/** The first record that does not hold, by the number it is carried under. */
export interface Found {
  readonly chain: Chain | null;
  readonly seq: number | null;
  readonly word: RecordWord;
}

export interface ChainSpan {
  readonly firstSeq: number;
  readonly lastSeq: number;
  readonly previousHash: string;
  readonly lastHash: string;
}
export type Spans = Readonly<Partial<Record<Chain, ChainSpan>>>;

/** What was made of one file, or of one till's database. */
export interface Verdict {
  readonly name: string;
  readonly till: string | null;
  readonly keyId: string | null;
  readonly records: number;
  readonly first: Found | null;
  readonly word: FileWord | null;
  readonly spans: Spans;
}

export const holds = (verdict: Verdict): boolean => verdict.first === null && verdict.word === null;
