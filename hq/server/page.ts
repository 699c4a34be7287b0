import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { Reply } from './body.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

const policy =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'";

/** A file of the built page; every other path is the page itself. */
export async function pageRoute(folder: string, url: string): Promise<Reply> {
  const asked = normalize(decodePath(url));
  const path = join(folder, asked);
  const inside = path.startsWith(folder + sep) && extname(path) !== '' && existsSync(path);
  const file = inside ? path : join(folder, 'index.html');
  if (!existsSync(file))
    return { status: 503, type: 'text/plain; charset=utf-8', body: 'La page du siège n’est pas construite.' };
  const headers = {
    'content-security-policy': policy,
    'cache-control': inside && asked.includes('assets') ? 'public, max-age=31536000, immutable' : 'no-store',
  };
  return {
    status: 200,
    type: types[extname(file)] ?? 'application/octet-stream',
    body: await readFile(file),
    headers,
  };
}

function decodePath(url: string): string {
  try {
    return decodeURIComponent(url.split('?')[0] ?? '/');
  } catch {
    return '/';
  }
}
