import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { protocol } from 'electron';
import { contentTypes } from './content-types.ts';
import { noticeCss } from './notice.ts';
import { pagePolicy } from './policy.ts';

const scheme = 'app';
export const pageUrl = `${scheme}://comptoir/index.html`;
export const displayUrl = `${scheme}://comptoir/display.html`;
export const noticeUrl = `${scheme}://comptoir/notice.html`;

/** Call before the application is ready: the page has its own origin, and no file is reachable by address. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/**
 * Serves the pages of the till and its notices, each by what it is about. Resolves once the first page has what it
 * asked for.
 */
export function servePages(folder: string, noticeOf: (about: string) => string | null): Promise<void> {
  const served = quietAfterFirst(30);
  protocol.handle(scheme, async (request) => {
    const { pathname, host, searchParams } = new URL(request.url);
    if (host !== 'comptoir') return notFound();
    if (pathname === '/notice.css') return page(noticeCss, '.css');
    if (pathname === '/notice.html') {
      const html = noticeOf(searchParams.get('about') ?? '');
      return html === null ? notFound() : page(html, '.html');
    }
    const response = await fileResponse(folder, pathname);
    // The document asks for its scripts next: they are what must not wait for the point.
    if (!pathname.endsWith('.html')) served.happened();
    return response;
  });
  return served.quiet;
}

const notFound = (): Response => new Response('not found', { status: 404 });

const page = (body: string | Uint8Array<ArrayBuffer>, extension: string): Response =>
  new Response(body, {
    headers: {
      'content-type': contentTypes[extension] ?? '',
      'content-security-policy': pagePolicy,
      'x-content-type-options': 'nosniff',
    },
  });

async function fileResponse(folder: string, pathname: string): Promise<Response> {
  const file = join(folder, normalize(decodeURIComponent(pathname)));
  if (!file.startsWith(folder) || !contentTypes[extname(file)]) return notFound();
  try {
    return page(new Uint8Array(await readFile(file)), extname(file));
  } catch {
    return notFound();
  }
}

const longestMs = 3_000;

/** Resolves once something has happened and then nothing for `quietMs`. */
function quietAfterFirst(quietMs: number): { readonly happened: () => void; readonly quiet: Promise<void> } {
  let settle = (): void => undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const quiet = new Promise<void>((resolve) => {
    settle = resolve;
    // A page that asks for nothing, because it is not there, keeps nothing waiting.
    setTimeout(resolve, longestMs);
  });
  return {
    happened: () => {
      clearTimeout(timer);
      timer = setTimeout(settle, quietMs);
    },
    quiet,
  };
}
