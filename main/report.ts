import { appendFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

export type Report = (incident: string, error: unknown) => void;

const fileName = 'incidents.log';
/** One file is full of some 300 incidents; the one before it is kept, what is older is let go. */
const largestBytes = 256 * 1024;

/**
 * Keeps what broke on this machine: time, incident, version and stack. A stack names code, never people: messages,
 * which may hold typed text, are left out, and so is the folder of the code, which may bear an account's name.
 */
export const reportTo =
  (folder: string, version: string): Report =>
  (incident, error) => {
    const line = `${new Date().toISOString()} ${incident} ${version} ${nameOf(error)}\n${stackOf(error)}\n`;
    const file = join(folder, fileName);
    try {
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > largestBytes)
        renameSync(file, join(folder, 'incidents.1.log'));
      appendFileSync(file, line, { mode: 0o600 });
    } catch {
      // A full disk must not stop whoever wanted to say that something broke.
    }
  };

/** `SqliteError SQLITE_FULL`: a code is one of a list, and names nobody. */
function nameOf(error: unknown): string {
  // A few words of ours, such as how a page ended.
  if (typeof error === 'string') return error.replace(/[^a-zA-Z -]/g, '').slice(0, 80);
  if (!(error instanceof Error)) return 'unknown';
  const { code } = error as { readonly code?: unknown };
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]+$/.test(code) ? `${error.name} ${code}` : error.name;
}

/** A message may run over several lines: only what names a place in the code is kept, by its last folder. */
function stackOf(error: unknown): string {
  const lines = error instanceof Error ? (error.stack ?? '').split('\n') : [];
  return lines
    .filter((line) => /^\s+at /.test(line))
    .map((line) =>
      line.replace(/(?:[a-z]+:\/\/)?[^\s()]*?((?:[^\s()/\\]+[/\\]){0,1}[^\s()/\\]+:\d+:\d+)/, '$1'),
    )
    .join('\n');
}
