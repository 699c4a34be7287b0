import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { root } from '#build/paths.ts';
import { commands as hqCommands } from '#hq/commands.ts';
import {
  anchorsIn,
  codeIn,
  linksIn,
  page,
  pages,
  projectFiles,
  read,
  rowsIn,
  targetOf,
} from '../support/documents.ts';

const all = pages();
const files = projectFiles();
const folders = new Set(files.flatMap((file) => parentsOf(file)));
/** Records of what was decided: what they name may be gone since. */
const isRecord = (path: string): boolean => /^docs\/decisions\/\d/.test(path) || path === 'CHANGELOG.md';
const today = all.filter((one) => !isRecord(one.path));

function parentsOf(file: string): string[] {
  const folder = dirname(file);
  return folder === '.' ? [] : [folder, ...parentsOf(folder)];
}

describe('links', () => {
  test('of every page lead to a file or folder of the project, and to a heading that is there', () => {
    const dead = all.flatMap(({ path, text }) =>
      linksIn(text)
        .filter((link) => !/^https?:/.test(link))
        .filter((link) => !leadsSomewhere(path, link))
        .map((link) => `${path}: ${link}`),
    );
    expect(dead).toEqual([]);
  });

  test('lead from the README to every page', () => {
    const reached = new Set<string>();
    const waiting = ['README.md'];
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      if (reached.has(path)) continue;
      reached.add(path);
      for (const link of linksIn(read(path))) {
        if (/^https?:/.test(link)) continue;
        const target = targetOf(path, link).path;
        waiting.push(...all.map((one) => one.path).filter((one) => isReachedBy(one, target)));
      }
    }
    expect(all.map((one) => one.path).filter((path) => !reached.has(path))).toEqual([]);
  });

  test('of the index of decisions list each of them under its own title', () => {
    const decisions = files.filter((file) => /^docs\/decisions\/\d.*\.md$/.test(file));
    const rows = rowsIn(read('docs/decisions/README.md')).map(([first]) => first);
    expect(rows).toEqual(
      decisions.toSorted().map((file) => {
        const title = /^# (\d{3}) (.+)$/m.exec(read(file));
        return `[${title?.[1]}](${basename(file)}) ${title?.[2]}`;
      }),
    );
  });
});

function leadsSomewhere(from: string, link: string): boolean {
  const { path, anchor } = targetOf(from, link);
  if (anchor === null) return files.includes(path) || folders.has(path);
  return files.includes(path) && anchorsIn(read(path)).includes(anchor);
}

/** A folder is shown as its README where it has one, else as a list of its files. */
function isReachedBy(path: string, target: string): boolean {
  if (path === target) return true;
  if (dirname(path) !== target) return false;
  return files.includes(`${target}/README.md`) ? basename(path) === 'README.md' : true;
}

interface Typed {
  readonly where: string;
  readonly command: string;
  readonly words: readonly string[];
}

/** `npm start -- --demo`, `npm run hq -- serve`: every command that a page gives. */
const typed = today.flatMap(({ path, text }) =>
  codeIn(text).flatMap((code) =>
    [...code.matchAll(/\bnpm (?:run )?([a-z]+)(?: -- ([^#]*))?/g)].map(
      ([, command = '', rest = '']): Typed => ({
        where: path,
        command,
        words: rest.split(/[\s()]+/).filter((word) => word !== ''),
      }),
    ),
  ),
);

/** Programs of the commands, as `build/run.mjs` starts them. */
const programs = new Map(
  [...read('build/run.mjs').matchAll(/^ {2}(\w+): \{ file: '([^']+)'/gm)].map(([, name = '', file = '']) => [
    name,
    file,
  ]),
);

/** A program with the files of ours that it is made of, beside the application itself. */
function sourcesOf(file: string, seen: Set<string> = new Set()): string {
  if (seen.has(file) || !files.includes(file)) return '';
  seen.add(file);
  const text = read(file);
  const imported = [...text.matchAll(/from '(\.{1,2}\/[^']+|#(?:build|hq|verify|test)\/[^']+)'/g)].map(
    ([, name = '']) => (name.startsWith('#') ? name.slice(1) : join(dirname(file), name)),
  );
  return [text, ...imported.map((one) => sourcesOf(one, seen))].join('\n');
}

const knowsOption = (source: string, name: string): boolean =>
  new RegExp(`--${name}(?![\\w-])|['"]${name}['"]|\\b${name}: \\{ type`).test(source);

describe('commands', () => {
  test('are in package.json and in the list of what npm run starts', () => {
    const scripts = Object.keys(manifest.scripts);
    expect(scripts.toSorted()).toEqual([...programs.keys()].toSorted());
    expect(typed.filter((one) => !scripts.includes(one.command))).toEqual([]);
    expect(typed.length).toBeGreaterThan(20);
  });

  test('take the options and subcommands that pages give them', () => {
    const wrong = typed.flatMap(({ where, command, words }) => {
      const source = sourcesOf(programs.get(command) ?? '');
      const options = words.flatMap((word) => /^\[?--([a-z-]+)/.exec(word)?.[1] ?? []);
      const unknown = options.filter((name) => !knowsOption(source, name)).map((name) => `--${name}`);
      const [first = ''] = words;
      const known = ['serve', ...Object.keys(hqCommands)];
      if (command === 'hq' && words.length > 0 && !known.includes(first)) unknown.push(first);
      if (command === 'bench' && /^\w/.test(first) && !source.includes(`  ${first}: `)) unknown.push(first);
      return unknown.map((name) => `${where}: npm run ${command} -- ${name}`);
    });
    expect(wrong).toEqual([]);
  });

  test('have every option that stands alone in a page', () => {
    const sources = [...programs.values()].map((file) => sourcesOf(file)).join('\n') + read('main/index.ts');
    const alone = today.flatMap(({ path, text }) =>
      codeIn(text).flatMap((code) => {
        const names = code.startsWith('--') ? [...code.matchAll(/--([a-z][a-z-]+)/g)] : [];
        return names.map(([, name = '']) => ({ path, name }));
      }),
    );
    expect(alone.filter(({ name }) => !knowsOption(sources, name))).toEqual([]);
    expect(alone.length).toBeGreaterThan(5);
  });

  test('of headquarters are all in its guide', () => {
    const guide = codeIn(read('docs/guides/siege.md')).join('\n');
    const missing = ['serve', ...Object.keys(hqCommands)].filter(
      (name) => !guide.includes(`npm run hq -- ${name}`),
    );
    expect(missing).toEqual([]);
  });
});

const sourceText = files
  .filter((file) => /\.(ts|tsx|mjs|yml|sql|json)$/.test(file) && !/^test\/(?!bench\/)/.test(file))
  .map((file) => readFileSync(join(root, file), 'utf8'))
  .join('\n');
const topFolders = new Set(
  files.filter((file) => file.includes('/')).map((file) => file.split('/')[0] ?? ''),
);
const ending = /\.(ts|tsx|mjs|cjs|json|md|yml|sql|py|css|html|csv|txt|log|db|key|sig|sock)$/;

/** Names of files and folders in the code of a page. */
const namesIn = (text: string): string[] =>
  codeIn(text)
    .flatMap((code) => code.split(/[\s,;()`]+/))
    .filter((word) => /^[\w@.*-]+(\/[\w@.*-]+)*\/?$/.test(word));

function isThere(name: string): boolean {
  const path = name.replace(/\/$/, '');
  const inside = path.includes('/') && topFolders.has(path.split('/')[0] ?? '');
  const pattern = new RegExp(`(^|/)${path.replaceAll('.', '\\.').replaceAll('*', '[^/]+')}$`);
  if (inside || ending.test(path))
    return (
      files.some((file) => pattern.test(file)) ||
      [...folders].some((folder) => pattern.test(folder)) ||
      // Files that the program makes, by the name it gives them.
      (!inside && sourceText.includes(basename(path)))
    );
  return true;
}

describe('names', () => {
  test('of files and folders are those of the project, or of files that it writes', () => {
    const gone = today.flatMap(({ path, text }) =>
      namesIn(text)
        .filter((name) => !isThere(name))
        .map((name) => `${path}: ${name}`),
    );
    expect(gone).toEqual([]);
  });

  test('of environment variables are read by a program', () => {
    const unread = today.flatMap(({ path, text }) =>
      codeIn(text)
        .flatMap((code) => /^([A-Z]+(?:_[A-Z]+)+)(?:=|$)/.exec(code)?.[1] ?? [])
        .filter((name) => !sourceText.includes(name))
        .map((name) => `${path}: ${name}`),
    );
    expect(unread).toEqual([]);
  });
});

describe('the list of changes', () => {
  const { text } = page('CHANGELOG.md');
  const versions = [...text.matchAll(/^## \[([^\]]+)\](?: - (\d{4}-\d{2}-\d{2}))?$/gm)];

  test('begins with what is not released yet, and every other version has its day', () => {
    expect(versions[0]?.[1]).toBe('Unreleased');
    expect(versions.slice(1).filter(([, , on]) => on === undefined)).toEqual([]);
  });

  test('knows the version of package.json: a released one, or the next one while it is made', () => {
    const next = /^Will be (\S+)\.$/m.exec(text)?.[1];
    expect([...versions.map(([, version]) => version), `${next}-dev`]).toContain(manifest.version);
  });
});
