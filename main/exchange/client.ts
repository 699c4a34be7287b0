import type { SiteCode, TillId } from '#domain/ids.ts';
import type { Instant } from '#domain/time.ts';
import { batchPath } from '#exchange/batch.ts';
import { type Signer, sha256Hex } from '#exchange/crypto.ts';
import { type Parts, partsBody } from '#exchange/parts.ts';
import {
  emptyBodySha256,
  headquartersAheadMs,
  requestHeaders,
  shifted,
  signRequest,
} from '#exchange/request.ts';

export interface HeadquartersClient {
  /** The sealed acknowledgement that answers a batch. @throws when headquarters cannot be reached. */
  readonly pushBatch: (
    site: SiteCode,
    till: TillId,
    batch: { batchNo: number; file: Uint8Array },
  ) => Promise<string>;
  /** The parts of the reference that are newer than those held, or null when there are none. */
  readonly pullReference: (held: {
    readonly catalogue: number;
    readonly people: number;
  }) => Promise<Parts | null>;
  /** The sealed answer file: headquarters' acknowledgements so far, and its reference. */
  readonly pullAnswers: () => Promise<string>;
  readonly aheadMs: () => number | null;
}

const patienceMs = 30_000;

/** Talks to headquarters: every request signed, on headquarters' time as far as it is known. */
export function headquartersClient(options: {
  readonly url: string;
  readonly signer: Signer;
  /** age key of the till: what comes down is wrapped to it. */
  readonly recipient: string;
  readonly now: () => Instant;
}): HeadquartersClient {
  let ahead: number | null = null;

  const send = async (method: 'GET' | 'PUT', path: string, body?: Uint8Array): Promise<Response> => {
    const line = { method, path, bodySha256: body ? sha256Hex(body) : emptyBodySha256 };
    const headers = signRequest(line, shifted(options.now(), ahead ?? 0), options.signer);
    const response = await fetch(new URL(path, options.url), {
      method,
      headers: body ? { ...headers, 'content-type': 'application/octet-stream' } : headers,
      ...(body ? { body: Buffer.from(body) } : {}),
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
    });
    ahead = headquartersAheadMs(response.headers.get(requestHeaders.time), options.now());
    return response;
  };

  return {
    pushBatch: async (site, till, { batchNo, file }) => {
      const response = await send('PUT', batchPath(site, till, batchNo), file);
      const text = await response.text();
      if (text === '' || response.status >= 500) throw new Error(`headquarters answered ${response.status}`);
      return text;
    },
    pullReference: async ({ catalogue, people }) => {
      const asked = new URLSearchParams({
        catalogue: String(catalogue),
        people: String(people),
        to: options.recipient,
      });
      const response = await send('GET', `/v1/reference?${asked.toString()}`);
      if (response.status === 304 || response.status === 204) return null;
      if (!response.ok) throw new Error(`headquarters answered ${response.status}`);
      return partsBody.parse(await response.json());
    },
    pullAnswers: async () => {
      const response = await send('GET', '/v1/answers');
      if (!response.ok) throw new Error(`headquarters answered ${response.status}`);
      return response.text();
    },
    aheadMs: () => ahead,
  };
}
