import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ArchiveView } from '#contract/archive.ts';
import { firstPreviousHash } from '#domain/journal.ts';
import { type Result, ok, refuse } from '#domain/result.ts';
import { archiveFileName, archiveHead, archiveSignature } from '#exchange/archive.ts';
import { mapChains } from '#exchange/batch.ts';
import type { Deps } from '../deps.ts';
import { madeFolder } from '../folder.ts';
import { appendEvent } from '../journal/append.ts';
import type { WorkRefusal } from '../work/desk.ts';
import type { Ranges } from '../work/tasks.ts';
import { archiveReadme } from './readme.ts';
import { rangesOf, recordsIn } from './period.ts';

export const archiveFolder = (deps: Deps): string => join(deps.dataFolder, 'archives');

export type ArchiveRefusal =
  | WorkRefusal
  | { readonly kind: 'journal-unchecked' }
  | { readonly kind: 'period-empty' };

/**
 * Writes an archive and its signature, after a look at every record: what is archived was checked. It stands under
 * its name only when it is whole.
 */
export async function makeArchive(
  deps: Deps,
  asked: { readonly period: string; readonly folder: string },
): Promise<Result<ArchiveView, ArchiveRefusal>> {
  const { period, folder } = asked;
  const ranges = rangesOf(deps, period);
  if (recordsIn(ranges) <= 0) return refuse({ kind: 'period-empty' });
  if (!madeFolder(folder)) return refuse({ kind: 'folder-unusable', folder });
  if (!(await deps.integrity.check(1))) return refuse({ kind: 'journal-unchecked' });
  const madeAt = deps.now();
  const fileName = archiveFileName(deps.till, period, madeAt);
  const path = join(folder, fileName);
  // Made in the same second by somebody else: one that was made is never written over.
  if (existsSync(path)) return refuse({ kind: 'work-in-progress' });
  const written = await deps.work.run('archive', {
    task: 'archive',
    point: deps.point,
    till: deps.tillKey,
    path: `${path}.part`,
    head: headOf(deps, { period, madeAt, ranges }),
    ranges,
  });
  if (!written.ok) return written;
  const { fileSha256, sizeBytes } = written.value;
  writeFileSync(`${path}.sig`, archiveSignature({ name: fileName, sha256: fileSha256 }, deps.signer), {
    mode: 0o600,
  });
  renameSync(`${path}.part`, path);
  const records = recordsIn(ranges);
  deps.store.transaction(() => {
    const { till } = deps;
    deps.store.insertArchive({ till, period, folder, fileName, fileSha256, madeAt, records, sizeBytes });
    appendEvent(deps, 'archive', { period, fileName, fileSha256, records });
  });
  deps.changed('journal');
  return ok({ fileName, folder, period, madeAt, records, sizeBytes, there: true });
}

function headOf(
  deps: Deps,
  archive: { readonly period: string; readonly madeAt: string; readonly ranges: Ranges },
): string {
  const { store, till } = deps;
  const { site } = deps.reference();
  const hashAt = (chain: keyof Ranges, seq: number): string =>
    (seq === 0 ? null : store.recordHash(till, chain, seq)) ?? firstPreviousHash;
  const chains = mapChains((chain) => {
    const { from, to } = archive.ranges[chain];
    return {
      firstSeq: from,
      lastSeq: to,
      previousHash: hashAt(chain, from - 1),
      lastHash: hashAt(chain, to),
    };
  });
  return archiveHead(
    {
      t: 'archive',
      v: 1,
      site: site.code,
      siteName: site.name,
      siret: site.siret,
      till,
      period: archive.period,
      madeAt: archive.madeAt,
      appVersion: deps.version,
      keyId: deps.signer.keyId,
      chains,
    },
    { keyId: deps.tillKey.keyId, publicKey: deps.tillKey.publicKey },
    archiveReadme,
  );
}
