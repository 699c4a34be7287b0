import { type KeyId, brandAs } from '#domain/ids.ts';
import { type Result, ok, refuse } from '#domain/result.ts';
import { type Instant, instantFromMs, instantMs } from '#domain/time.ts';
import { type Signer, type Verify, sha256Hex } from './crypto.ts';
import { instant } from './schema.ts';

/** Headers of a request by a till. Headquarters answers every request with its own `comptoir-time`. */
export const requestHeaders = {
  keyId: 'comptoir-key',
  time: 'comptoir-time',
  signature: 'comptoir-signature',
} as const;

export interface RequestLine {
  readonly method: 'GET' | 'PUT' | 'POST';
  /** Path and query, as sent. */
  readonly path: string;
  /** SHA-256 of the body; of nothing when there is none. */
  readonly bodySha256: string;
}

export const emptyBodySha256 = sha256Hex('');

const signingText = (line: RequestLine, at: string): string =>
  `comptoir/request/1\n${line.method}\n${line.path}\n${at}\n${line.bodySha256}`;

/** The three headers that sign a request. `at` is the till's best idea of headquarters' time. */
export function signRequest(line: RequestLine, at: Instant, signer: Signer): Record<string, string> {
  return {
    [requestHeaders.keyId]: signer.keyId,
    [requestHeaders.time]: at,
    [requestHeaders.signature]: signer.sign(signingText(line, at)),
  };
}

export type RequestRefusal =
  | { readonly kind: 'unsigned' }
  | { readonly kind: 'bad-signature' }
  | { readonly kind: 'clock-skew'; readonly skewMs: number };

/**
 * Verifies the headers of a request. `skewMs` is the till's time minus headquarters'. Refuses `clock-skew` beyond
 * `allowedSkewMs`; leave that out where a replay does no harm (a batch is stored once, whoever sends it again), so
 * that a till whose clock is a day ahead still delivers.
 */
export function verifyRequest(
  line: RequestLine,
  headers: Readonly<Record<string, string | string[] | undefined>>,
  judge: { readonly verify: Verify; readonly now: Instant; readonly allowedSkewMs?: number },
): Result<{ readonly keyId: KeyId; readonly skewMs: number }, RequestRefusal> {
  const [keyId, at, signature] = [requestHeaders.keyId, requestHeaders.time, requestHeaders.signature].map(
    (name) => headers[name],
  );
  if (typeof keyId !== 'string' || typeof at !== 'string' || typeof signature !== 'string')
    return refuse({ kind: 'unsigned' });
  const sent = readInstant(at);
  if (sent === null) return refuse({ kind: 'unsigned' });
  const key = brandAs<KeyId>(keyId);
  if (!judge.verify(key, signingText(line, at), signature)) return refuse({ kind: 'bad-signature' });
  const skewMs = instantMs(sent) - instantMs(judge.now);
  if (judge.allowedSkewMs !== undefined && Math.abs(skewMs) > judge.allowedSkewMs)
    return refuse({ kind: 'clock-skew', skewMs });
  return ok({ keyId: key, skewMs });
}

/** How far headquarters' clock is ahead of ours, from its answer; 0 when it does not say. Add it before signing. */
export function headquartersAheadMs(answered: string | null, now: Instant): number {
  const at = answered === null ? null : readInstant(answered);
  return at === null ? 0 : instantMs(at) - instantMs(now);
}

export const shifted = (at: Instant, byMs: number): Instant => instantFromMs(instantMs(at) + byMs);

function readInstant(text: string): Instant | null {
  const parsed = instant.safeParse(text);
  if (!parsed.success) return null;
  try {
    return instantFromMs(instantMs(parsed.data)) === text ? parsed.data : null;
  } catch {
    return null;
  }
}
