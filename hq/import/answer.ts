import type { SiteCode } from '#domain/ids.ts';
import { sql } from 'drizzle-orm';
import type { TillId } from '#domain/ids.ts';
import {
  type Acknowledgement,
  type AcknowledgementStatus,
  sealAcknowledgement,
} from '#exchange/acknowledgement.ts';
import type { OpenedBatch } from '#exchange/open-batch.ts';
import type { Heads } from '#exchange/schema.ts';
import type { ReferenceDeps } from '../publish/reference.ts';
import { acknowledgements } from '../store/schema.ts';
import type { HqDb } from '../store/store.ts';

/** Where a batch was pushed to; a file brought on a stick has none. */
export interface BatchAddress {
  readonly site: SiteCode;
  readonly till: TillId;
  readonly batchNo: number;
}

export interface ImportAnswer {
  readonly body: Acknowledgement;
  /** The sealed document that goes back to the till. */
  readonly text: string;
}

export interface Answered {
  readonly fileSha256: string;
  /** Where it was pushed to, or what could be told of where it belongs. */
  readonly address: BatchAddress | null;
  readonly status: AcknowledgementStatus;
  readonly batch?: OpenedBatch;
  readonly manifestSha256?: string;
  readonly heads?: Heads;
}

/** Seals the answer and keeps it, in the import's own transaction when there is one. */
export async function answerBatch(
  deps: ReferenceDeps,
  what: Answered,
  db: HqDb = deps.store.db,
): Promise<ImportAnswer> {
  const body = bodyOf(deps, what);
  const text = sealAcknowledgement(body, deps.keys.sign);
  await db
    .insert(acknowledgements)
    .values({
      // What cannot be read still has its row: nothing that arrived is hidden.
      till: body.till ?? ('?' as TillId),
      fileSha256: body.fileSha256,
      status: what.status.kind,
      batchNo: body.batchNo,
      businessDay: what.batch?.manifest.businessDay ?? null,
      previousBusinessDay: what.batch?.manifest.previousBusinessDay ?? null,
      document: text,
      at: body.at,
    })
    .onConflictDoUpdate({
      target: [acknowledgements.till, acknowledgements.fileSha256, acknowledgements.status],
      set: { document: text, at: body.at, times: sql`${acknowledgements.times} + 1` },
    });
  return { body, text };
}

function bodyOf(deps: ReferenceDeps, what: Answered): Acknowledgement {
  const { site = null, till = null, batchNo = null } = what.batch?.manifest ?? what.address ?? {};
  return {
    v: 1,
    site,
    till,
    batchNo,
    fileSha256: what.fileSha256,
    manifestSha256: what.batch?.manifestSha256 ?? what.manifestSha256 ?? null,
    status: what.status,
    at: deps.now(),
    heads: what.heads ?? null,
  };
}
