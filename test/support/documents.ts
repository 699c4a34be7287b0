import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { root } from '#build/paths.ts';

export interface Page {
  /** From the root, with `/`. */
  readonly path: string;
  readonly text: string;
}

export const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Every file of the project that is not left out of it, committed or not yet. */
export function projectFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  return [...new Set(listed.split('\0'))].filter((file) => file !== '' && existsSync(join(root, file)));
}

export const pages = (): Page[] =>
  projectFiles()
    .filter((path) => path.endsWith('.md'))
    .map((path) => ({ path, text: read(path) }));

export const page = (path: string): Page => ({ path, text: read(path) });

const fence = /^```[^\n]*\n([\s\S]*?)^```/gm;
const indented = /^(?: {4}|\t).*$/gm;
const inline = /`([^`\n]+(?:\n[^`\n]+)?)`/g;

/** What stands in code: blocks line by line, and words between backticks. */
export function codeIn(text: string): string[] {
  const blocks = [...text.matchAll(fence)].flatMap(([, block = '']) => block.split('\n'));
  const rest = text.replace(fence, '');
  const lines = [...rest.matchAll(indented)].map(([line]) => line.trim());
  const words = [...rest.replace(indented, '').matchAll(inline)].map(([, word = '']) =>
    word.replace('\n', ' '),
  );
  return [...blocks, ...lines, ...words];
}

/** The text without its code. */
export const proseOf = (text: string): string =>
  text.replace(fence, '').replace(indented, '').replace(inline, '');

/** Targets of its links and pictures, as written. */
export const linksIn = (text: string): string[] =>
  [...proseOf(text).matchAll(/\]\(([^()\s]+)\)/g)].map(([, target = '']) => target);

export interface Target {
  /** From the root; the page itself for a bare `#anchor`. */
  readonly path: string;
  readonly anchor: string | null;
}

/** Where a relative link of a page leads. */
export function targetOf(from: string, link: string): Target {
  const [path = '', anchor = null] = link.split('#');
  const to = path === '' ? from : normalize(join(dirname(from), decodeURIComponent(path)));
  return { path: to.replaceAll('\\', '/').replace(/\/$/, ''), anchor };
}

/** Anchors of the headings, as forges make them. */
export const anchorsIn = (text: string): string[] =>
  [...text.replace(fence, '').matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  );

/** Cells of the rows of every table, heads and rules left out. */
export function rowsIn(text: string): string[][] {
  const lines = text.split('\n').filter((line) => line.startsWith('|'));
  const rule = (line: string | undefined): boolean => line !== undefined && /^\|[\s|:-]+$/.test(line);
  return lines
    .filter((line, at) => !rule(line) && !rule(lines[at + 1]))
    .map((line) =>
      line
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim().replaceAll('\\|', '|')),
    );
}
