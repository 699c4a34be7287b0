import { randomUUID } from 'node:crypto';
import { reportTo } from '../report.ts';

/**
 * What throws outside of any call is a bug and ends nothing: every sale stands in a transaction of its own, and
 * somebody waits at the desk. It is kept with a number, and said. Gives what keeps anything else.
 */
export function staysUp(
  process: Pick<NodeJS.Process, 'on' | 'stdout' | 'stderr'>,
  { folder, version, tell }: { folder: string; version: string; tell: (incident: string) => void },
): (what: unknown) => string {
  const report = reportTo(folder, version);
  const keep = (what: unknown): string => {
    const incident = randomUUID().slice(0, 8);
    report(incident, what);
    return incident;
  };
  // A terminal that was closed takes no more words; saying so would be one more.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  process.on('uncaughtException', (error) => tell(keep(error)));
  process.on('unhandledRejection', (error) => tell(keep(error)));
  return keep;
}
