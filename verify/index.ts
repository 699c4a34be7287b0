import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { checkArchive } from './archive.ts';
import { checkBatch } from './batch.ts';
import { betweenArchives } from './folder.ts';
import { type Pool, pool } from './pool.ts';
import { sayBetween, sayVerdict } from './say.ts';
import { checkTill } from './till.ts';
import { type Verdict, holds } from './words.ts';

const usage =
  'verify FILE|FOLDER [--identity FILE] [--key KEY] [--links-only]\n' +
  '  an archive with its .sig, a batch (--key, and --identity when encrypted), a till’s folder, or a folder of these\n';

export interface Asked {
  readonly path: string;
  /** age identity of a batch, or the raw key of a till's database. */
  readonly identity: string | null;
  readonly key: string | null;
  readonly linksOnly: boolean;
}

/** Reads the command line; null when it is not one. */
function readArguments(args: readonly string[]): Asked | null {
  let path: string | null = null;
  let identity: string | null = null;
  let key: string | null = null;
  let linksOnly = false;
  for (let at = 0; at < args.length; at += 1) {
    const word = args[at] ?? '';
    if (word === '--links-only') linksOnly = true;
    else if (word === '--identity') identity = args[(at += 1)] ?? '';
    else if (word === '--key') key = args[(at += 1)] ?? '';
    else if (path === null && !word.startsWith('--')) path = word;
    else return null;
  }
  return path === null || identity === '' || key === '' ? null : { path, identity, key, linksOnly };
}

/** Everything that a path holds, checked: one file, a till's folder, or a folder of archives and batches. */
export async function verifyPath(asked: Asked, threads: Pool): Promise<Verdict[]> {
  const { path, linksOnly, key } = asked;
  const tools = { pool: threads, linksOnly };
  if (!statSync(path).isDirectory()) {
    if (path.endsWith('.comptoir-archive')) return [await checkArchive(path, tools)];
    const identity = asked.identity === null ? null : readIdentity(asked.identity);
    return [await checkBatch(path, { ...tools, identity, key })];
  }
  const verdicts = existsSync(join(path, 'point.db'))
    ? await checkTill(path, { ...tools, keyFile: asked.identity })
    : [];
  for (const name of readdirSync(path).toSorted()) {
    if (name.endsWith('.comptoir-archive')) verdicts.push(await checkArchive(join(path, name), tools));
    else if (name.endsWith('.comptoir'))
      verdicts.push(...(await verifyPath({ ...asked, path: join(path, name) }, threads)));
    else if (name === 'archives')
      verdicts.push(...(await verifyPath({ ...asked, path: join(path, name) }, threads)));
  }
  return verdicts;
}

/** The first identity of an age key file; comments are passed over. */
const readIdentity = (file: string): string =>
  readFileSync(file, 'utf8')
    .split('\n')
    .find((line) => line.startsWith('AGE-SECRET-KEY-'))
    ?.trim() ?? '';

/** 0 when everything holds, 1 when something does not, 2 when it was called wrongly. */
export async function main(args: readonly string[]): Promise<number> {
  const asked = readArguments(args);
  if (!asked) {
    process.stderr.write(usage);
    return 2;
  }
  if (!existsSync(asked.path)) {
    process.stderr.write(
      `Rien ne s’appelle ainsi : ${asked.path}. Vérifiez le nom, ou branchez le disque.\n`,
    );
    return 2;
  }
  const threads = pool();
  try {
    const verdicts = await verifyPath(asked, threads);
    for (const one of verdicts) console.log(sayVerdict(one));
    const between = betweenArchives(verdicts.filter((one) => one.name.endsWith('.comptoir-archive')));
    for (const one of between) console.log(sayBetween(one));
    if (verdicts.length === 0) console.log('Rien à vérifier ici : ni archive, ni lot, ni dossier de caisse.');
    return verdicts.length > 0 && verdicts.every(holds) && between.length === 0 ? 0 : 1;
  } finally {
    await threads.close();
  }
}
