import { type Chain, canonicalText } from '#domain/journal.ts';
import type { Signer } from './crypto.ts';

/** Numbers of a chain that an archive holds, and the hashes at both ends; `firstSeq` = `lastSeq` + 1 when none. */
export interface ArchivedChain {
  readonly firstSeq: number;
  readonly lastSeq: number;
  readonly previousHash: string;
  readonly lastHash: string;
}

/** First line of an archive. */
export interface ArchiveManifest {
  readonly t: 'archive';
  readonly v: 1;
  readonly site: string;
  readonly siteName: string;
  readonly siret: string;
  readonly till: string;
  /** `2026-11`, `2026`, or `all`. */
  readonly period: string;
  readonly madeAt: string;
  readonly appVersion: string;
  readonly keyId: string;
  readonly chains: Readonly<Record<Chain, ArchivedChain>>;
}

export const archiveSigningText = (fileSha256: string): string => `comptoir/archive/1\n${fileSha256}`;

/** `SITE-TILL-2026-11-20261201T181500.comptoir-archive`: one that was made is never written over. */
export const archiveFileName = (till: string, period: string, madeAt: string): string =>
  `${till}-${period}-${madeAt.replace(/[-:]/g, '').slice(0, 15)}.comptoir-archive`;

/** The detached signature: one line of RFC 8785 JSON beside the archive, in a file of its name with `.sig`. */
export function archiveSignature(
  file: { readonly name: string; readonly sha256: string },
  signer: Signer,
): string {
  return `${canonicalText({
    file: file.name,
    fileSha256: file.sha256,
    keyId: signer.keyId,
    kind: 'comptoir-archive-signature',
    signature: signer.sign(archiveSigningText(file.sha256)),
    v: 1,
  })}\n`;
}

/** Lines of an archive before its records: what it holds, the key that signed it, how to read it. */
export const archiveHead = (
  manifest: ArchiveManifest,
  key: { readonly keyId: string; readonly publicKey: string },
  readme: string,
): string =>
  [manifest, { t: 'key', ...key }, { t: 'readme', text: readme }]
    .map((line) => `${canonicalText(line)}\n`)
    .join('');
