import { execFile } from 'node:child_process';
import type { PrinterStatus } from '../port.ts';
import type { Spooler } from './port.ts';

/** Names that CUPS gives queues; nothing that `lp` could take for an option. */
const queueName = /^[A-Za-z0-9_.][\w.+@-]{0,126}$/;

/** A raw queue of CUPS on Linux or macOS: the bytes go through as they are. */
export const cupsSpooler = (queue: string): Spooler => ({
  submit: async (bytes) => {
    if (!queueName.test(queue)) return false;
    const done = await run('lp', ['-d', queue, '-o', 'raw', '-t', 'Comptoir', '-'], bytes);
    return done !== null;
  },
  state: async () => {
    if (!queueName.test(queue)) return 'unreachable';
    const told = await run('lpstat', ['-l', '-p', queue]);
    return told === null ? 'unreachable' : cupsState(told);
  },
});

/** Queues that CUPS knows, by name; none where there is no CUPS. */
export async function cupsQueues(): Promise<string[]> {
  const told = await run('lpstat', ['-e']).catch(() => null);
  return (told ?? '').split('\n').filter((name) => queueName.test(name));
}

/**
 * IPP `printer-state-reasons` (RFC 8011, 5.4.12) and what they are to us, the worst first. `connecting-to-device` is
 * nothing to us: every job begins with it.
 */
const reasons: readonly (readonly [RegExp, PrinterStatus['state']])[] = [
  [/\bmedia-empty\b/, 'paper-end'],
  [/\b(?:cover|door)-open\b/, 'cover-open'],
  [/\b(?:offline|shutdown|timed-out|paused)\b/, 'offline'],
  [/\b(?:media-jam|other-error|input-tray-missing)\b/, 'error'],
  [/\bmedia-low\b/, 'paper-near-end'],
];

/** A queue that tries in vain to hand over an earlier job, the printer being off or unplugged; no alert says so. */
const keepsTrying =
  /^printer \S+ now printing .*\n\s+(?:The printer (?:may not exist|is unreachable|is not|did not)|Waiting for printer to become|Unable to locate)\b/m;

/** Reads `lpstat -l -p QUEUE`: whether the queue is stopped or tries in vain, and the alerts of its printer. */
export function cupsState(told: string): PrinterStatus['state'] {
  if (/^printer \S+ disabled/m.test(told) || keepsTrying.test(told)) return 'offline';
  const alerts = /^\s*Alerts:(.*)$/m.exec(told)?.[1] ?? '';
  return reasons.find(([reason]) => reason.test(alerts))?.[1] ?? 'unknown';
}

/**
 * The output of a command that ended well; null when it was refused. In English whatever the machine speaks.
 * @throws when it was stopped under way: what it had done by then is not known.
 */
function run(command: string, args: readonly string[], input?: Uint8Array): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      command,
      args,
      { env: { ...process.env, LC_ALL: 'C' }, timeout: 20_000 },
      (error, stdout) => (error?.signal ? reject(error) : resolve(error ? null : stdout)),
    );
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}
