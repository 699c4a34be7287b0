import type { IncomingMessage, ServerResponse } from 'node:http';

/** The whole body of a request; null when it is larger than `limitBytes`. What is beyond is not kept. */
export async function readBody(request: IncomingMessage, limitBytes: number): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > limitBytes) return null;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limitBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

export interface Reply {
  readonly status: number;
  readonly type?: string;
  readonly body?: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

export const jsonReply = (status: number, value: unknown, headers: Record<string, string> = {}): Reply => ({
  status,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(value),
  headers,
});

/** A sealed document, as the till keeps it. */
export const documentReply = (status: number, text: string): Reply => ({
  status,
  type: 'text/plain; charset=utf-8',
  body: text,
});

export function send(response: ServerResponse, reply: Reply): void {
  response.writeHead(reply.status, {
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    // Not `no-referrer`: browsers then send `Origin: null`, and the origin check is ours.
    'referrer-policy': 'same-origin',
    ...(reply.type === undefined ? {} : { 'content-type': reply.type }),
    ...reply.headers,
  });
  response.end(reply.body);
}
