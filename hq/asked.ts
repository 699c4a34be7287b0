import { mkdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** What was typed, understood. Paths in the arguments are absolute: another process, in another folder, may run the command. */
export interface Asked {
  readonly folder: string;
  readonly port: number;
  readonly host: string;
  readonly command: string;
  readonly args: readonly string[];
}

const ownFolder = join(homedir(), '.comptoir-hq');
const pathOptions = new Set(['--request', '--out', '--answer']);

/** Reads the command line; a command reads its own options. @throws with a sentence on what it cannot mean. */
export function readAsked(argv: readonly string[]): Asked {
  const at = argv.indexOf('--data');
  const named = at === -1 ? undefined : argv[at + 1];
  if (at !== -1 && (named === undefined || named.startsWith('--')))
    throw optionError('--data takes a folder.');
  const rest = at === -1 ? argv : argv.toSpliced(at, 2);
  const [command = '', ...args] = rest;
  const { values } = parseArgs({
    args: command === 'serve' ? args : [],
    options: {
      port: { type: 'string', default: '4820' },
      host: { type: 'string', default: '127.0.0.1' },
    },
  });
  const port = Number(values.port);
  if (!/^\d{1,5}$/.test(values.port) || port > 65_535)
    throw optionError(`“${values.port}” is not a port: give a number from 0 to 65535 after --port.`);
  const folder = resolve(named ?? ownFolder);
  return { folder, port, host: values.host, command, args: absolutePaths(command, args) };
}

const optionError = (message: string): Error =>
  Object.assign(new Error(message), { code: 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE' });

/**
 * Makes the folder when it is not there. Of one that was named the folder above has to stand: a name typed wrong, or a
 * drive that was pulled out, makes no folder somewhere else.
 */
export function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  if (folder !== ownFolder) statSync(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}

function absolutePaths(command: string, args: readonly string[]): string[] {
  const takesFiles = command === 'publish' || command === 'import';
  return args.map((word, index) => {
    const before = args[index - 1] ?? '';
    const isPath = pathOptions.has(before) || (takesFiles && !word.startsWith('-'));
    return isPath && !isAbsolute(word) ? resolve(word) : word;
  });
}
