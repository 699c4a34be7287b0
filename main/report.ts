import { appendFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Keeps what broke on this machine: incident, time and stack. A stack names code, never people; messages that
 * may hold typed text are left out.
 */
export const reportTo =
  (folder: string) =>
  (incident: string, error: unknown): void => {
    const stack = error instanceof Error ? (error.stack ?? error.name).split('\n').slice(1).join('\n') : '';
    const name = error instanceof Error ? error.name : 'unknown';
    const line = `${new Date().toISOString()} ${incident} ${name}\n${stack}\n`;
    appendFileSync(join(folder, 'incidents.log'), line, { mode: 0o600 });
  };
