import { appendFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Keeps what broke on this machine: incident, time and stack. A stack names code, never people; messages that
 * may hold typed text are left out.
 */
export const reportTo =
  (folder: string) =>
  (incident: string, error: unknown): void => {
    const lines = error instanceof Error ? (error.stack ?? '').split('\n') : [];
    // A message may run over several lines: only what names a place in the code is kept.
    const stack = lines.filter((line) => /^\s+at /.test(line)).join('\n');
    const name = error instanceof Error ? error.name : 'unknown';
    const line = `${new Date().toISOString()} ${incident} ${name}\n${stack}\n`;
    try {
      appendFileSync(join(folder, 'incidents.log'), line, { mode: 0o600 });
    } catch {
      // A full disk must not stop whoever wanted to say that something broke.
    }
  };
