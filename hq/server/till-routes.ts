import type { IncomingMessage } from 'node:http';
import { eq, sql } from 'drizzle-orm';
import { type KeyId, type SiteCode, type TillId, brandAs } from '#domain/ids.ts';
import type { Acknowledgement } from '#exchange/acknowledgement.ts';
import { sealAnswer } from '#exchange/answer.ts';
import { sha256Hex, verifierFor } from '#exchange/crypto.ts';
import { type RequestLine, emptyBodySha256, requestHeaders, verifyRequest } from '#exchange/request.ts';
import { enrolTill } from '../enrol.ts';
import { importBatch } from '../import/import-batch.ts';
import { recipient as recipientSchema } from '#exchange/schema.ts';
import { partsFor } from '../publish/parts.ts';
import type { ReferenceDeps } from '../publish/reference.ts';
import { tillKeys, tills } from '../store/schema.ts';
import { rowsOf } from '../store/store.ts';
import type { BatchFiles } from './batch-files.ts';
import { type Reply, documentReply, jsonReply, readBody } from './body.ts';
import type { Throttle } from './throttle.ts';

export interface TillRouteDeps extends ReferenceDeps {
  readonly files: BatchFiles;
  readonly throttle: Throttle;
  readonly largestBatchBytes: number;
}

const largestEnrolmentBytes = 16_384;
export const allowedSkewMs = 15 * 60_000;
const refused = (status: number, error: string): Reply => jsonReply(status, { error });

const httpStatus: Readonly<Record<Acknowledgement['status']['kind'], number>> = {
  accepted: 200,
  'already-have': 200,
  conflict: 409,
  gap: 409,
  'unknown-schema': 422,
  quarantined: 422,
};

/** What tills call, under `/v1/`; null for a path that is none of it. */
export async function tillRoute(deps: TillRouteDeps, request: IncomingMessage): Promise<Reply | null> {
  const url = new URL(request.url ?? '/', 'http://headquarters');
  if (!url.pathname.startsWith('/v1/')) return null;
  const route = `${request.method} ${url.pathname}`;
  if (route === 'POST /v1/enrol') return enrol(deps, request);
  if (route === 'GET /v1/reference') return reference(deps, request, url);
  if (route === 'GET /v1/answers') return answers(deps, request);
  const batch = /^PUT \/v1\/batches\/([A-Z0-9]{2,8})\/([1-9]\d{0,2})\/([1-9]\d{0,8})$/.exec(route);
  if (batch) return putBatch(deps, request, batch);
  return refused(404, 'no-such-path');
}

async function enrol(deps: TillRouteDeps, request: IncomingMessage): Promise<Reply> {
  const from = `enrol ${request.socket.remoteAddress}`;
  const nowMs = Date.parse(deps.now());
  const waitSeconds = deps.throttle.waitSeconds(from, nowMs);
  if (waitSeconds > 0)
    return jsonReply(429, { error: 'throttled', waitSeconds }, { 'retry-after': String(waitSeconds) });
  const body = await readBody(request, largestEnrolmentBytes);
  if (!body) return tooLarge();
  const enrolled = await enrolTill(deps, body.toString('utf8'));
  if (enrolled.ok) return documentReply(200, enrolled.value);
  deps.throttle.failed(from, nowMs);
  return refused(enrolled.refusal.kind === 'unreadable' ? 400 : 403, enrolled.refusal.kind);
}

const tooLarge = (): Reply => jsonReply(413, { error: 'too-large' }, { connection: 'close' });

interface Caller {
  readonly till: TillId;
  readonly site: SiteCode;
}

/** The till that signed the request, or why not. Marks it as seen. */
async function callerOf(
  deps: TillRouteDeps,
  request: IncomingMessage,
  line: RequestLine,
  judge: { readonly allowedSkewMs?: number },
): Promise<Caller | Reply> {
  const keyId = request.headers[requestHeaders.keyId];
  const known = typeof keyId === 'string' ? await keyRow(deps, brandAs<KeyId>(keyId)) : null;
  const verify = (_: KeyId, text: string, signature: string): boolean =>
    known !== null && verifierFor(known.publicKey)(text, signature);
  const now = deps.now();
  const verified = verifyRequest(line, request.headers, { verify, now, ...judge });
  if (!verified.ok) return jsonReply(401, { error: verified.refusal.kind, serverTime: now });
  if (!known) return refused(401, 'bad-signature');
  await deps.store.db
    .update(tills)
    .set({ lastSeenAt: now, skewMs: verified.value.skewMs })
    .where(eq(tills.till, known.till));
  return { till: known.till, site: known.site };
}

async function keyRow(
  deps: TillRouteDeps,
  keyId: KeyId,
): Promise<{ readonly till: TillId; readonly site: SiteCode; readonly publicKey: string } | null> {
  const [row] = await deps.store.db
    .select({ till: tillKeys.till, site: tills.site, publicKey: tillKeys.publicKey })
    .from(tillKeys)
    .innerJoin(tills, eq(tills.till, tillKeys.till))
    .where(eq(tillKeys.keyId, keyId));
  return row ?? null;
}

async function putBatch(
  deps: TillRouteDeps,
  request: IncomingMessage,
  [, siteText = '', number = '', batchNo = '']: readonly string[],
): Promise<Reply> {
  // Before the body is read: only somebody with an enrolled key may make the server hold 32 MB.
  const keyId = request.headers[requestHeaders.keyId];
  if (typeof keyId !== 'string' || !(await keyRow(deps, brandAs<KeyId>(keyId))))
    return jsonReply(401, { error: 'unsigned' }, { connection: 'close' });
  const body = await readBody(request, deps.largestBatchBytes);
  if (!body) return tooLarge();
  const line = { method: 'PUT' as const, path: request.url ?? '', bodySha256: sha256Hex(body) };
  const caller = await callerOf(deps, request, line, {});
  if ('status' in caller) return caller;
  const till = brandAs<TillId>(`${siteText}-${number}`);
  if (caller.till !== till) return refused(403, 'other-till');
  const address = { site: brandAs<SiteCode>(siteText), till, batchNo: Number(batchNo) };
  await deps.files.keep(line.bodySha256, body);
  const answer = await importBatch(deps, body, address);
  return documentReply(httpStatus[answer.body.status.kind], answer.text);
}

/** `?catalogue=N&people=M&to=age1…`: what is newer than the till holds, wrapped to its age key. */
async function reference(deps: TillRouteDeps, request: IncomingMessage, url: URL): Promise<Reply> {
  const line = { method: 'GET' as const, path: request.url ?? '', bodySha256: emptyBodySha256 };
  const caller = await callerOf(deps, request, line, { allowedSkewMs });
  if ('status' in caller) return caller;
  const to = recipientSchema.safeParse(url.searchParams.get('to'));
  if (!to.success) return refused(400, 'no-recipient');
  const held = (name: string): number => Math.max(0, Math.trunc(Number(url.searchParams.get(name))) || 0);
  await deps.store.db.update(tills).set({ recipient: to.data }).where(eq(tills.till, caller.till));
  const asked = { catalogue: held('catalogue'), people: held('people'), recipient: to.data };
  const parts = await partsFor(deps, caller.site, asked);
  if (!parts) return { status: 204 };
  await markServed(deps, caller.till, parts.catalogue?.number ?? asked.catalogue);
  return parts.catalogue || parts.people ? jsonReply(200, parts) : { status: 204 };
}

/** What the till now holds: the board shows who sells with the last prices. */
async function markServed(deps: TillRouteDeps, till: TillId, number: number): Promise<void> {
  await deps.store.db.update(tills).set({ referenceServed: number }).where(eq(tills.till, till));
}

async function answers(deps: TillRouteDeps, request: IncomingMessage): Promise<Reply> {
  const line = { method: 'GET' as const, path: request.url ?? '', bodySha256: emptyBodySha256 };
  const caller = await callerOf(deps, request, line, { allowedSkewMs });
  if ('status' in caller) return caller;
  return documentReply(200, await answerFor(deps, caller));
}

const acknowledgementsAtMost = 500;

/** The answer file of a till: its acknowledgements in the order they were given, and the reference. */
export async function answerFor(deps: ReferenceDeps, caller: Caller): Promise<string> {
  const rows = await rowsOf<{ document: string }>(
    deps.store.db,
    sql`SELECT document FROM (SELECT document, at, batch_no FROM acknowledgement WHERE till = ${caller.till}
      ORDER BY at DESC LIMIT ${acknowledgementsAtMost}) AS last ORDER BY at, batch_no`,
  );
  const [row] = await deps.store.db
    .select({ recipient: tills.recipient })
    .from(tills)
    .where(eq(tills.till, caller.till));
  const recipient = row?.recipient ?? null;
  const whole = { catalogue: 0, people: 0 };
  const body = {
    v: 2 as const,
    site: caller.site,
    till: caller.till,
    at: deps.now(),
    acknowledgements: rows.map((row) => row.document),
    // Nobody else on the way of a stick reads it; a till that never told its key gets its acknowledgements alone.
    reference: recipient === null ? null : await partsFor(deps, caller.site, { ...whole, recipient }),
  };
  return sealAnswer(body, deps.keys.sign);
}
